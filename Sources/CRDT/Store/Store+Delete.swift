/// Marking content as deleted. It is forgotten at the end of the transaction, by collecting.
extension Store {
    /// Deletes a block and, where it holds a shared type, all that is in it. Yjs: `Item.delete`.
    ///
    /// Types can be nested as deep as an attacker likes, so this walks with a list of its own instead of recursion.
    mutating func delete(_ index: BlockIndex) {
        worklist.append(index)
        while let next = worklist.popLast() { deleteOne(next) }
    }

    /// Its children are put on the worklist, not deleted here.
    private mutating func deleteOne(_ index: BlockIndex) {
        let block = blocks[index]
        guard !block.isDeleted else { return }
        if block.isCountable, block.key == .none { types[block.parent].length -= block.length }
        blocks[index].isDeleted = true
        noteDelete(of: block)
        transaction.hasContentToForget = true
        if block.kind == .type { deleteChildren(of: block.content.offset) }
    }

    /// Keeps the client's ranges and the transaction's in step with the blocks.
    @inline(__always) mutating func noteDelete(of block: Block) {
        let range = ClockRange(start: block.clock, end: block.end)
        clients[block.client].deleted.insert(range)
        transaction.noteDelete(of: block.client, range)
    }

    /// What is deleted already may merge with what is deleted now. Yjs: `ContentType.delete`.
    private mutating func deleteChildren(of type: TypeIndex) {
        var child = types[type].start
        while child != .none {
            deleteLater(child)
            child = blocks[child].right
        }
        var entry = types[type].firstEntry
        while entry != .none {
            if entries[entry].tail != .none { deleteLater(entries[entry].tail) }
            entry = entries[entry].next
        }
    }

    /// What was deleted before is only looked at again for merging.
    private mutating func deleteLater(_ index: BlockIndex) {
        if blocks[index].isDeleted {
            transaction.mergeCandidates.append(blocks[index].id)
        } else {
            worklist.append(index)
        }
    }

    /// Deletes what is here of a range of clocks and returns what is not. Yjs: `readAndApplyDeleteSet`.
    ///
    /// `hint` is where the range before this one was found among those deleted.
    @inline(__always) mutating func applyDelete(
        of client: ClientSlot, _ range: ClockRange, hint: inout Int
    ) -> ClockRange? {
        guard client != .none, range.start < clients[client].clock else { return range }
        let known = clients[client].clock
        let present = ClockRange(start: range.start, end: min(range.end, known))
        // A state names as deleted what its own structs brought so.
        if !clients[client].deleted.covers(present, near: &hint) { deleteRange(in: client, present) }
        return range.end > known ? ClockRange(start: known, end: range.end) : nil
    }

    /// Deletes whole blocks; those at either edge of the range are split first.
    private mutating func deleteRange(in client: ClientSlot, _ range: ClockRange) {
        var place = place(of: range.start, in: client)
        while let entry = clients[client].entries.entry(at: place), entry.clock < range.end {
            let block = blocks[entry.block]
            if !block.isDeleted, block.clock < range.start {
                place = split(entry.block, at: range.start - block.clock, place: place).place
                continue
            }
            if !block.isDeleted, block.end > range.end {
                split(entry.block, at: range.end - block.clock, place: place)
                return delete(entry.block)
            }
            delete(entry.block)
            place = clients[client].entries.place(after: place)
        }
    }
}
