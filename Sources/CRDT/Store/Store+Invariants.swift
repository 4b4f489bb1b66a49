/// What must hold between transactions. Tests ask after every step; it costs a walk over everything.
extension Store {
    /// The first rule found broken, in words; nil where all hold.
    func brokenInvariant() -> String? {
        brokenHistory() ?? brokenLists() ?? brokenSlab()
    }

    /// Histories are gap-free and sorted, ranges of deletes are sorted and match the blocks.
    private func brokenHistory() -> String? {
        var used = freeBlocks.count
        for slot in 0..<clients.count {
            let client = clients[slot]
            var clock: UInt32 = 0
            var deleted = Buffer<ClockRange>()
            defer { deleted.deallocate() }
            for entry in client.entries.all {
                let block = blocks[entry.block]
                if entry.clock != clock || block.clock != clock { return "client \(client.id) has a gap at \(clock)" }
                if block.client != UInt32(slot) { return "block \(entry.block) has the wrong client" }
                if block.length == 0 { return "block \(entry.block) is empty" }
                if block.isDeleted { deleted.insert(ClockRange(start: block.clock, end: block.end)) }
                clock = block.end
                used += 1
            }
            if clock != client.clock { return "client \(client.id) ends at \(clock), not \(client.clock)" }
            if !deleted.elements.elementsEqual(client.deleted.elements) { return "deletes of \(client.id) are off" }
        }
        return used == blocks.count ? nil : "\(used) blocks are accounted for of \(blocks.count)"
    }

    /// Lists are linked both ways, belong to their parent, and their visible units are its length.
    private func brokenLists() -> String? {
        var linked = 0
        for type in 0..<TypeIndex(types.count) {
            var length: UInt32 = 0
            if let fault = walk(types[type].start, of: type, key: .none, length: &length, count: &linked) { return fault }
            if length != types[type].length { return "type \(type) has length \(length), not \(types[type].length)" }
            var entry = types[type].firstEntry
            while entry != .none {
                let current = entries[entry]
                if let fault = walk(current.head, of: type, key: current.key, length: &length, count: &linked) {
                    return fault
                }
                if current.tail == .none || blocks[current.tail].right != .none { return "type \(type) has a wrong tail" }
                if let fault = brokenValues(of: current) { return fault }
                entry = current.next
            }
        }
        let inLists = clients.elements.reduce(0) { sum, client in
            sum + client.entries.all.count { blocks[$0.block].kind != .gc }
        }
        return linked == inLists ? nil : "\(linked) blocks are linked of \(inLists)"
    }

    /// Only the last value of a key may be visible.
    private func brokenValues(of entry: MapEntry) -> String? {
        var value = entry.head
        while value != .none {
            let block = blocks[value]
            if block.right != .none, !block.isDeleted, !isCut(block) {
                return "an old value of key \(entry.key) is visible"
            }
            if block.right == .none, value != entry.tail { return "key \(entry.key) has a wrong tail" }
            value = block.right
        }
        return nil
    }

    /// Whether it is the left part of a longer value. No Yjs client writes a value of several units under a key, but one
    /// that does, and has somebody insert into its middle, leaves the left part visible; so does Yjs.
    private func isCut(_ block: Block) -> Bool {
        guard block.end < clients[block.client].clock else { return false }
        let entries = clients[block.client].entries
        let next = blocks[entries[entries.search(block.end)].block]
        return next.origin == block.lastID && next.parent == block.parent && next.key == block.key
    }

    private func walk(
        _ start: BlockIndex, of type: TypeIndex, key: KeyIndex, length: inout UInt32, count: inout Int
    ) -> String? {
        var previous = BlockIndex.none
        var index = start
        while index != .none {
            let block = blocks[index]
            if block.left != previous { return "block \(index) is linked to the wrong left" }
            if block.parent != type || block.key != key { return "block \(index) has the wrong parent" }
            if isDeleted(type), !block.isDeleted { return "block \(index) is visible in a deleted type" }
            if key == .none, block.isVisible { length += block.length }
            if block.kind == .type, types[block.content.offset].block != index { return "type of \(index) is off" }
            if let fault = brokenText(of: index) { return fault }
            count += 1
            previous = index
            index = block.right
        }
        return nil
    }

    private func brokenText(of index: BlockIndex) -> String? {
        let block = blocks[index]
        guard block.kind == .string else { return nil }
        let length = UTF8Scanner.utf16Length(validating: slab.bytes(of: block.content))
        return length == Int(block.length) ? nil : "text of block \(index) is not \(block.length) units long"
    }

    /// What is not dead is named by blocks, with their slack, or by types.
    private func brokenSlab() -> String? {
        var named = 0
        for client in clients.elements {
            for entry in client.entries.all where blocks[entry.block].kind.hasBytes {
                let block = blocks[entry.block]
                named += block.hasSlack ? TextSlab.room(for: block.content.count) : Int(block.content.count)
            }
        }
        for type in types.elements { named += Int(type.name.count) }
        return named == slab.liveBytes ? nil : "\(named) bytes of content are named, \(slab.liveBytes) are alive"
    }
}


