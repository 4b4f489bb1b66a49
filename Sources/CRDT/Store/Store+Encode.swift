/// Writing updates. Yjs: `writeClientsStructs` and `writeDeleteSet`.
extension Store {
    /// Everything that a peer with `since` lacks, and all deletes.
    func encodeState(since: StateVector) -> [UInt8] {
        var writer = ByteWriter(capacity: since.clocks.isEmpty ? slab.liveBytes + 16 * blockCount + 64 : 256)
        let changed = clients.elements.indices.filter { UInt64(clients[$0].clock) > since[clients[$0].id] }
        writer.writeVarUInt(changed.count)
        for index in changed.sorted(by: { clients[$0].id > clients[$1].id }) {
            writeStructs(of: ClientSlot(index), from: UInt32(since[clients[index].id]), into: &writer)
        }
        writeDeleteSet(into: &writer)
        return writer.finish()
    }

    /// What the transaction that has just ended brought; nil where that is nothing.
    /// Yjs: `writeUpdateMessageFromTransaction`.
    func encodeTransaction() -> [UInt8]? {
        guard !transaction.isEmpty else { return nil }
        var writer = ByteWriter()
        writer.writeVarUInt(transaction.changedClients.count)
        let changed = transaction.changedClients.elements.sorted { clients[$0].id > clients[$1].id }
        for client in changed { writeStructs(of: client, from: clients[client].clockBefore, into: &writer) }
        writeTransactionDeletes(into: &writer)
        return writer.finish()
    }

    /// The first may begin in the middle of a block: the peer has the rest of it.
    private func writeStructs(of client: ClientSlot, from clock: UInt32, into writer: inout ByteWriter) {
        let record = clients[client]
        let first = record.entries.search(clock)
        writer.writeVarUInt(record.entries.count(from: first))
        writer.writeVarUInt(record.id)
        writer.writeVarUInt(clock)
        write(record.entries[first].block, offset: clock - record.entries[first].clock, into: &writer)
        record.entries.forEach(from: record.entries.place(after: first)) { entry in
            write(entry.block, offset: 0, into: &writer)
        }
    }

    /// All of it, whatever the peer has: a state vector says nothing of deletes.
    private func writeDeleteSet(into writer: inout ByteWriter) {
        let deleting = clients.elements.indices.filter { !clients[$0].deleted.isEmpty }
        writer.writeVarUInt(deleting.count)
        for index in deleting.sorted(by: { clients[$0].id > clients[$1].id }) {
            writer.writeVarUInt(clients[index].id)
            writer.writeVarUInt(clients[index].deleted.count)
            for range in clients[index].deleted.elements { write(range.start..<range.end, into: &writer) }
        }
    }

    /// The transaction's deletes are sorted by slot: what lies together is one client's.
    private func writeTransactionDeletes(into writer: inout ByteWriter) {
        let deletes = transaction.deletes
        var starts = deletes.elements.indices.filter { $0 == 0 || deletes[$0].client != deletes[$0 - 1].client }
        writer.writeVarUInt(starts.count)
        starts.sort { clients[deletes[$0].client].id > clients[deletes[$1].client].id }
        for start in starts {
            let client = deletes[start].client
            var end = start + 1
            while end < deletes.count, deletes[end].client == client { end += 1 }
            writer.writeVarUInt(clients[client].id)
            writer.writeVarUInt(end - start)
            for index in start..<end { write(deletes[index].start..<deletes[index].end, into: &writer) }
        }
    }

    /// A clock and a length, as Yjs's delete sets have them.
    private func write(_ range: Range<UInt32>, into writer: inout ByteWriter) {
        writer.writeVarUInt(range.lowerBound)
        writer.writeVarUInt(UInt32(range.count))
    }
}

// MARK: - Structs

extension Store {
    /// Writes a block without its first `offset` units. Yjs: `Item.write`.
    func write(_ index: BlockIndex, offset: UInt32, into writer: inout ByteWriter) {
        let block = blocks[index]
        guard block.kind != .gc else {
            writer.write(ContentKind.gc.rawValue)
            writer.writeVarUInt(block.length - offset)
            return
        }
        let origin = offset == 0 ? block.origin : BlockID(client: block.client, clock: block.clock + offset - 1)
        writer.write(
            block.kind.rawValue | (origin.exists ? 0x80 : 0) | (block.rightOrigin.exists ? 0x40 : 0)
                | (block.key != .none ? 0x20 : 0))
        if origin.exists { write(origin, into: &writer) }
        if block.rightOrigin.exists { write(block.rightOrigin, into: &writer) }
        if !origin.exists, !block.rightOrigin.exists { writeParent(of: block, into: &writer) }
        writeContent(of: block, offset: offset, into: &writer)
    }

    @inline(__always) private func write(_ id: BlockID, into writer: inout ByteWriter) {
        writer.writeVarUInt(clients[id.client].id)
        writer.writeVarUInt(id.clock)
    }

    /// By the root's name, or by the block that the type is in.
    private func writeParent(of block: Block, into writer: inout ByteWriter) {
        let parent = types[block.parent]
        if parent.block == .none {
            writer.write(1)
            writer.writeSpan(keys.bytes(of: parent.rootName))
        } else {
            writer.write(0)
            write(blocks[parent.block].id, into: &writer)
        }
        if block.key != .none { writer.writeSpan(keys.bytes(of: block.key)) }
    }

    /// Content lies in the slab as the encoding has it, so most kinds are copied; elements lie there without their
    /// count.
    private func writeContent(of block: Block, offset: UInt32, into writer: inout ByteWriter) {
        let content = slab.bytes(of: block.kind.hasBytes ? block.content : .empty)
        switch block.kind {
        case .deleted: writer.writeVarUInt(block.length - offset)
        case .string: writeText(content, from: offset, into: &writer)
        case .json, .any:
            writer.writeVarUInt(block.length - offset)
            let cut = offset == 0 ? 0 : block.kind.offset(ofElement: offset, in: content)
            writer.write(UnsafeBufferPointer(rebasing: content[cut...]))
        case .type:
            let type = types[block.content.offset]
            writer.writeVarUInt(UInt64(type.kind.rawValue))
            if type.kind.hasName { writer.writeSpan(slab.bytes(of: type.name)) }
        case .binary, .embed, .format, .document: writer.write(content)
        case .gc, .skip: break
        }
    }

    /// Text that begins inside a surrogate pair begins with U+FFFD, as half a pair has no UTF-8.
    private func writeText(_ text: UnsafeBufferPointer<UInt8>, from offset: UInt32, into writer: inout ByteWriter) {
        guard offset > 0 else { return writer.writeSpan(text) }
        let cut = UTF8Scanner.offset(ofUnits: Int(offset), in: text)
        guard cut.insidePair else { return writer.writeSpan(UnsafeBufferPointer(rebasing: text[cut.offset...])) }
        writer.writeVarUInt(text.count - cut.offset - 1)
        writer.write(UTF8Scanner.replacement)
        writer.write(UnsafeBufferPointer(rebasing: text[(cut.offset + 4)...]))
    }
}
