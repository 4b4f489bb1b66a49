/// From a unit of content to its block.
extension Store {
    /// Place of the block that holds `clock` in its client's history. Yjs: `findIndexSS`.
    ///
    /// The clock must be below the client's: callers have checked that it is known.
    @inline(__always) mutating func place(of clock: UInt32, in client: ClientSlot) -> EntryPlace {
        clients[client].entries.place(of: clock)
    }

    /// The block that a known unit is in, at whatever place.
    mutating func block(holding id: BlockID) -> BlockIndex {
        let place = place(of: id.clock, in: id.client)
        return clients[id.client].entries[place].block
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

    /// The block that ends with this unit, where it is most often found: at the end of the history of `client`, which goes
    /// on there.
    @inline(__always) mutating func block(endingWith id: BlockID, at clock: UInt32, of client: ClientSlot) -> BlockIndex
    {
        if id.client == client, id.clock &+ 1 == clock, let last = clients[client].entries.last { return last.block }
        return block(endingWith: id)
    }

    /// The block that starts with this unit, where it is most often found: behind the left neighbour. Nobody inserted
    /// anything there in the meantime, and no history needs to be searched.
    mutating func block(startingWith id: BlockID, behind left: BlockIndex) -> BlockIndex {
        if left != .none {
            let next = blocks[left].right
            if next != .none, blocks[next].id == id { return next }
        }
        return block(startingWith: id)
    }

    /// The block that starts with this unit; one that starts before is split. Yjs: `getItemCleanStart`.
    mutating func block(startingWith id: BlockID) -> BlockIndex {
        let place = place(of: id.clock, in: id.client)
        let index = clients[id.client].entries[place].block
        let block = blocks[index]
        if block.clock == id.clock || block.kind == .gc { return index }
        return split(index, at: id.clock - block.clock, place: place).block
    }
}
