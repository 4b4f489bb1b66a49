/// A moment in a document's past: what was there, and what of it was deleted. Yjs: `Snapshot`.
package struct Snapshot: Hashable, Sendable {
    /// What of `stateVector` was deleted by then.
    package let deletes: DeleteSet
    /// How much of each client's history there was.
    package let stateVector: StateVector

    package init(deletes: DeleteSet, stateVector: StateVector) {
        self.deletes = deletes
        self.stateVector = stateVector
    }

    /// Reads Yjs's encoding V1 of a snapshot. Yjs: `decodeSnapshot`.
    package init(decoding bytes: [UInt8]) throws(DecodingError) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(DecodingError) in
            var reader = ByteReader(bytes)
            let deletes = try DeleteSet(&reader)
            let stateVector = try StateVector(decoding: Array(bytes[reader.position...]))
            return Snapshot(deletes: deletes, stateVector: stateVector)
        }
    }

    /// Yjs: `encodeSnapshot`.
    package func encoded() -> [UInt8] {
        var writer = ByteWriter()
        deletes.encode(into: &writer)
        writer.write(stateVector.encoded())
        return writer.finish()
    }
}

/// Version history: a snapshot is small, and a document that keeps what is deleted can show any of them.
extension Document {
    /// This moment. Yjs: `snapshot`.
    package var snapshot: Snapshot { Snapshot(deletes: deleteSet, stateVector: stateVector) }

    /// What the document held at a moment, as an update for a new document. Yjs: `createDocFromSnapshot`.
    ///
    /// Only for documents that keep what is deleted. The update brings that along, too, so that from the past one can
    /// go further back.
    package func encodeState(at snapshot: Snapshot) throws(SnapshotError) -> [UInt8] {
        guard !store.collectsGarbage else { throw .contentIsForgotten }
        guard stateVector.covers(snapshot.stateVector) else { throw .isAhead }
        store.beginTransaction()
        let update = store.encodeState(upTo: snapshot)
        store.endTransaction()
        return update
    }

    /// The document as it was at a moment. Nothing ties it to this one.
    package func restored(at snapshot: Snapshot) throws -> Document {
        let past = Document(clientID: clientID, limits: limits, collectsGarbage: false)
        _ = try past.apply(try encodeState(at: snapshot))
        return past
    }
}

extension Store {
    /// Cuts each client's history at the snapshot's clock; the end of the transaction joins what was cut.
    fileprivate mutating func encodeState(upTo snapshot: Snapshot) -> [UInt8] {
        var writer = ByteWriter(capacity: 256)
        let known = snapshot.stateVector.clocks.filter { $0.value > 0 }.sorted { $0.key > $1.key }
        writer.writeVarUInt(known.count)
        for (client, clock) in known { writeStructs(of: slot(of: client), before: UInt32(clock), into: &writer) }
        snapshot.deletes.encode(into: &writer)
        return writer.finish()
    }

    /// A collected block cannot be cut: it is written whole, as Yjs does it.
    private mutating func writeStructs(of slot: ClientSlot, before clock: UInt32, into writer: inout ByteWriter) {
        if clock < clients[slot].clock { _ = block(startingWith: BlockID(client: slot, clock: clock)) }
        let entries = clients[slot].entries
        let last = entries.search(clock - 1)
        var left = entries.count(from: entries.first) - entries.count(from: last) + 1
        writer.writeVarUInt(left)
        writer.writeVarUInt(clients[slot].id)
        writer.writeVarUInt(0 as UInt64)
        var place = entries.first
        while left > 0 {
            write(entries[place].block, offset: 0, into: &writer)
            place = entries.place(after: place)
            left -= 1
        }
    }
}

/// Why a document can't show a moment of its past.
package enum SnapshotError: Error, Hashable, Sendable {
    /// The document forgets what is deleted; version history needs one that doesn't.
    case contentIsForgotten
    /// The snapshot tells of something that this document does not know.
    case isAhead
}

extension SnapshotError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .contentIsForgotten: "the document does not keep what is deleted"
        case .isAhead: "the snapshot is of something that the document does not know yet"
        }
    }
}
