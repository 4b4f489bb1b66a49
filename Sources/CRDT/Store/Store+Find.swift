/// From a unit of content to its block.
extension Store {
    /// Place of the block that holds `clock` in its client's history. Yjs: `findIndexSS`.
    ///
    /// The clock must be below the client's: callers have checked that it is known.
    @inline(__always) func place(of clock: UInt32, in client: ClientSlot) -> Int {
        let record = clients[client]
        let entries = record.entries
        let last = entries.count - 1
        if entries[last].clock <= clock { return last }
        let hint = record.hint
        if hint < last, entries[hint].clock <= clock, clock < entries[hint + 1].clock { return hint }
        return searchPlace(of: clock, in: client)
    }

    @inline(never) private func searchPlace(of clock: UInt32, in client: ClientSlot) -> Int {
        let entries = clients[client].entries
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].clock <= clock { low = middle + 1 } else { high = middle }
        }
        clients.elements[Int(client)].hint = low - 1
        return low - 1
    }

    func block(holding id: BlockID) -> BlockIndex {
        clients[id.client].entries[place(of: id.clock, in: id.client)].block
    }

    /// The block that ends with this unit; one that runs on is split. Yjs: `getItemCleanEnd`.
    mutating func block(endingWith id: BlockID) -> BlockIndex {
        let place = place(of: id.clock, in: id.client)
        let index = clients[id.client].entries[place].block
        let block = blocks[index]
        if block.end != id.clock + 1, block.kind != .gc {
            split(index, at: id.clock + 1 - block.clock, place: place)
        }
        return index
    }

    /// The block that starts with this unit; one that starts before is split. Yjs: `getItemCleanStart`.
    mutating func block(startingWith id: BlockID) -> BlockIndex {
        let place = place(of: id.clock, in: id.client)
        let index = clients[id.client].entries[place].block
        let block = blocks[index]
        if block.clock == id.clock || block.kind == .gc { return index }
        return split(index, at: id.clock - block.clock, place: place)
    }
}
