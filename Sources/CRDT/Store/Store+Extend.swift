/// The short way for what nearly every update is: the next letter of somebody who types.
extension Store {
    /// Makes text part of its author's last run where it would become so anyway, at the end of the transaction.
    ///
    /// That is where it was inserted behind that run's last unit, nothing came between the run and its right neighbour,
    /// and that is the one the author saw. It then conflicts with nothing, and no block is made only to be merged.
    ///
    /// Only the first struct that an update brings of a client is tried: what it holds as two structs has something
    /// between the two, and would only be split again.
    mutating func extendLastRun(
        of client: ClientSlot, with record: DecodedStruct, from source: UpdateSource
    ) -> Bool {
        guard record.kind == .string, record.clock > 0, record.origin.exists,
            clients[client].transaction != transaction.number,
            source.id(record.origin) == BlockID(client: client, clock: record.clock - 1),
            let last = clients[client].entries.last
        else { return false }
        let run = blocks[last.block]
        guard run.kind == .string, !run.isDeleted, run.key == .none, isInserted(record, before: run, from: source)
        else {
            return false
        }

        noteChange(of: client)
        let text = slab.append(record.content.bytes(in: source.bytes))
        let joined = slab.join(run.content, hasSlack: run.hasSlack, text)
        blocks[last.block].content = joined.span
        blocks[last.block].hasSlack = joined.hasSlack
        blocks[last.block].length += record.length
        clients[client].clock += record.length
        types[run.parent].length += record.length
        return true
    }

    /// Whether the struct has the same right neighbour as the run, now and when it was written.
    private func isInserted(_ record: DecodedStruct, before run: Block, from source: UpdateSource) -> Bool {
        guard run.rightOrigin.exists else { return !record.rightOrigin.exists && run.right == .none }
        guard record.rightOrigin.exists, source.id(record.rightOrigin) == run.rightOrigin, run.right != .none else {
            return false
        }
        return blocks[run.right].id == run.rightOrigin
    }
}
