/// One run becomes two neighbours.
extension Store {
    /// Splits a block after `units` units and returns the right half with its place. Yjs: `splitItem`.
    ///
    /// The right half's origin is the left half's last unit; the left half keeps its right origin, as that is
    /// what it was inserted before. `place` is the block's place in its client's history.
    @discardableResult
    mutating func split(_ index: BlockIndex, at units: UInt32, place: EntryPlace) -> (
        block: BlockIndex, place: EntryPlace
    ) {
        var right = blocks[index]
        right.content = splitContent(of: index, at: units)
        right.hasSlack = false
        right.clock += units
        right.length -= units
        right.left = index
        right.origin = BlockID(client: right.client, clock: right.clock - 1)
        right.mark = 0

        let rightIndex = makeBlock(right)
        blocks[index].length = units
        blocks[index].right = rightIndex
        if right.right != .none {
            blocks[right.right].left = rightIndex
        } else if right.key != .none {
            setTail(right.parent, right.key, to: rightIndex)
        }
        let entry = BlockEntry(clock: right.clock, block: rightIndex)
        let rightPlace = clients[right.client].entries.insert(entry, after: place)
        transaction.mergeCandidates.append(right.id)
        return (rightIndex, rightPlace)
    }

    /// Cuts the content and returns what goes to the right. Yjs: `content.splice`.
    private mutating func splitContent(of index: BlockIndex, at units: UInt32) -> Span {
        let block = blocks[index]
        guard block.kind.hasBytes else { return .empty }
        if block.hasSlack {
            slab.giveUpSlack(of: block.content)
            blocks[index].hasSlack = false
        }
        if block.kind == .string { return splitText(of: index, at: units) }
        let cut = block.kind.offset(ofElement: units, in: slab.bytes(of: block.content))
        return cutContent(of: index, atByte: cut)
    }

    /// Both halves stay where they are: two spans of the same bytes.
    private mutating func cutContent(of index: BlockIndex, atByte cut: Int) -> Span {
        let content = blocks[index].content
        blocks[index].content.count = UInt32(cut)
        return Span(offset: content.offset + UInt32(cut), count: content.count - UInt32(cut))
    }

    /// Text that is all ASCII, as one byte per unit tells, needs no search.
    private mutating func splitText(of index: BlockIndex, at units: UInt32) -> Span {
        let block = blocks[index]
        if block.content.count == block.length { return cutContent(of: index, atByte: Int(units)) }
        let cut = UTF8Scanner.offset(ofUnits: Int(units), in: slab.bytes(of: block.content))
        let right = cutContent(of: index, atByte: cut.offset)
        return cut.insidePair ? replacePair(of: index, in: right) : right
    }

    /// The cut lies inside a surrogate pair: both halves become U+FFFD, as no encoding can carry half a pair
    /// (Yjs `ContentString.splice`). The left one takes the room of the pair's four bytes, the right one moves.
    private mutating func replacePair(of index: BlockIndex, in right: Span) -> Span {
        slab.write(UTF8Scanner.replacement, at: Int(right.offset))
        blocks[index].content.count += 3
        let rest = Array(slab.bytes(of: Span(offset: right.offset + 4, count: right.count - 4)))
        slab.free(Span(offset: right.offset + 3, count: right.count - 3), hasSlack: false)
        return slab.append(UTF8Scanner.replacement + rest)
    }
}
