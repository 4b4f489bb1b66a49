/// Forgetting deleted content. Yjs: `tryGcDeleteSet` and the `gc` methods.
extension Store {
    /// Collects what the transaction deleted. Its deletes must be sorted.
    mutating func collectGarbage() {
        for range in transaction.deletes.elements {
            var place = place(of: range.start, in: range.client)
            while let entry = clients[range.client].entries.entry(at: place), entry.clock < range.end {
                collect(entry.block)
                place = clients[range.client].entries.place(after: place)
            }
        }
    }

    /// The block stays, as others may be inserted beside it, but its content goes. What was *in* it goes
    /// altogether: nothing can be inserted there any more.
    private mutating func collect(_ index: BlockIndex) {
        let block = blocks[index]
        guard block.isDeleted, block.kind != .gc, block.kind != .deleted else { return }
        forgetContent(of: index)
        blocks[index].kind = .deleted
        while let child = worklist.popLast() {
            forgetContent(of: child)
            becomeGarbage(child)
        }
    }

    /// Frees the content; children are put on the worklist.
    private mutating func forgetContent(of index: BlockIndex) {
        let block = blocks[index]
        if block.kind.hasBytes { slab.free(block.content, hasSlack: block.hasSlack) }
        if block.kind == .type { emptyType(block.content.offset) }
        blocks[index].content = .empty
        blocks[index].hasSlack = false
    }

    /// Puts all that was in a type on the worklist and gives its place, and its keys' places, to whoever comes next.
    private mutating func emptyType(_ type: TypeIndex) {
        var child = types[type].start
        while child != .none {
            worklist.append(child)
            child = blocks[child].right
        }
        var entry = types[type].firstEntry
        while entry != .none {
            var value = entries[entry].tail
            while value != .none {
                worklist.append(value)
                value = blocks[value].left
            }
            entryIndices[UInt64(type) << 32 | UInt64(entries[entry].key)] = nil
            freeEntries.append(entry)
            entry = entries[entry].next
        }
        slab.free(types[type].name, hasSlack: false)
        types[type].name = .empty
        types[type].start = .none
        types[type].firstEntry = .none
        types[type].lastEntry = .none
        types[type].length = 0
        types[type].block = .none
        types[type].isGone = true
        freeTypes.append(type)
    }

    /// Leaves of a block its clock and length alone. Yjs: `GC`.
    private mutating func becomeGarbage(_ index: BlockIndex) {
        let block = blocks[index]
        var garbage = Block(
            client: block.client, clock: block.clock, length: block.length, kind: .gc, isDeleted: true)
        garbage.mark = block.mark
        blocks[index] = garbage
    }

    /// Writes the slab anew without what no block names, once that is more than half of it.
    mutating func compactSlab() {
        guard slab.deadBytes > 1 << 16, slab.deadBytes > slab.count / 2 else { return }
        var fresh = TextSlab(capacity: slab.count - slab.deadBytes)
        for client in clients.elements {
            client.entries.forEach(from: client.entries.first) { entry in
                guard blocks[entry.block].kind.hasBytes else { return }
                blocks[entry.block].content = fresh.append(slab.bytes(of: blocks[entry.block].content))
                blocks[entry.block].hasSlack = false
            }
        }
        for type in 0..<types.count where types[type].name.count > 0 {
            types[type].name = fresh.append(slab.bytes(of: types[type].name))
        }
        slab = fresh
    }
}
