/// Making one block of neighbours that continue each other, once per transaction.
extension Store {
    /// Looks through all that the transaction touched: what it deleted, what it added, what it split.
    ///
    /// The ranges are sorted first, so that each client's history is closed up in one pass: taking blocks out
    /// one by one would be quadratic.
    mutating func mergeRuns() {
        gatherMergeRanges()
        transaction.mergeRanges.sortAndCoalesce()
        var first = 0
        while first < transaction.mergeRanges.count {
            let client = transaction.mergeRanges[first].client
            var next = first + 1
            while next < transaction.mergeRanges.count, transaction.mergeRanges[next].client == client { next += 1 }
            mergeRuns(of: client, ranges: first..<next)
            first = next
        }
    }

    private mutating func gatherMergeRanges() {
        for range in transaction.deletes.elements { transaction.mergeRanges.append(range) }
        for client in transaction.changedClients.elements {
            let record = clients[client]
            transaction.mergeRanges.append(
                ClientClockRange(client: client, start: record.clockBefore, end: record.clock))
        }
        for id in transaction.mergeCandidates.elements {
            transaction.mergeRanges.append(
                ClientClockRange(client: id.client, start: id.clock, end: id.clock + 1))
        }
    }

    /// Merges along the ranges, each with one neighbour on either side, and closes the gaps.
    private mutating func mergeRuns(of client: ClientSlot, ranges: Range<Int>) {
        findPlaces(of: ranges, in: client)
        var entries = clients[client].entries
        var kept = -1
        var read = 0
        for index in ranges {
            let places = transaction.mergeRanges[index]
            let low = max(Int(places.start), read)
            guard low < Int(places.end) else { continue }
            if kept < 0 {
                kept = low - 1
            } else {
                entries.copy(read..<low, to: kept + 1)
                kept += low - read
            }
            for place in low..<Int(places.end) {
                let entry = entries[place]
                if tryMerge(entry.block, into: entries[kept].block) { continue }
                kept += 1
                entries[kept] = entry
            }
            read = Int(places.end)
        }
        guard kept >= 0, kept + 1 < read else { return }
        clients[client].entries.removeSubrange((kept + 1)..<read)
        clients[client].hint = 0
    }

    /// Makes the ranges ranges of places: of the blocks that may merge with the one before them. This comes first, as
    /// the history can't be searched while it is being closed up.
    private mutating func findPlaces(of ranges: Range<Int>, in client: ClientSlot) {
        let count = clients[client].entries.count
        for index in ranges {
            let range = transaction.mergeRanges[index]
            let low = max(place(of: range.start, in: client), 1)
            let high = min(place(of: range.end - 1, in: client) + 2, count)
            transaction.mergeRanges[index].start = UInt32(low)
            transaction.mergeRanges[index].end = UInt32(high)
        }
    }

    /// Yjs: `tryToMergeWithLeft` and `Item.mergeWith`.
    private mutating func tryMerge(_ rightIndex: BlockIndex, into leftIndex: BlockIndex) -> Bool {
        let left = blocks[leftIndex]
        let right = blocks[rightIndex]
        guard left.kind == right.kind, left.kind.isMergeable, left.isDeleted == right.isDeleted else { return false }
        if left.kind != .gc {
            guard right.origin == left.lastID, left.right == rightIndex, left.rightOrigin == right.rightOrigin else {
                return false
            }
            joinContent(leftIndex, rightIndex)
            blocks[leftIndex].right = right.right
            if right.right != .none {
                blocks[right.right].left = leftIndex
            } else if right.key != .none {
                setTail(right.parent, right.key, to: leftIndex)
            }
        }
        blocks[leftIndex].length += right.length
        freeBlocks.append(rightIndex)
        return true
    }

    private mutating func joinContent(_ leftIndex: BlockIndex, _ rightIndex: BlockIndex) {
        let left = blocks[leftIndex]
        let right = blocks[rightIndex]
        guard left.kind.hasBytes else { return }
        if right.hasSlack { slab.giveUpSlack(of: right.content) }
        let joined = slab.join(left.content, hasSlack: left.hasSlack, right.content)
        blocks[leftIndex].content = joined.span
        blocks[leftIndex].hasSlack = joined.hasSlack
    }
}
