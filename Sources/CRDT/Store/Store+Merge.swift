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

    /// What was deleted, added or split, and what else split and delete named: nothing more can have become mergeable.
    private mutating func gatherMergeRanges() {
        for range in transaction.deletes.elements { transaction.mergeRanges.append(range) }
        for client in transaction.changedClients.elements {
            let record = clients[client]
            guard record.firstNew < record.clock else { continue }
            transaction.mergeRanges.append(
                ClientClockRange(client: client, start: record.firstNew, end: record.clock))
        }
        for id in transaction.mergeCandidates.elements {
            transaction.mergeRanges.append(
                ClientClockRange(client: id.client, start: id.clock, end: id.clock + 1))
        }
    }

    /// Merges along the ranges, each with one neighbour on either side.
    ///
    /// Entries of merged blocks are vacated first and taken out at the end, so that the history can be searched all
    /// along. No entry is looked at twice, however the ranges touch.
    private mutating func mergeRuns(of client: ClientSlot, ranges: Range<Int>) {
        transaction.vacated.truncate(to: 0)
        var kept = clients[client].entries.first
        var place = clients[client].entries.place(after: kept)
        /// Clock of the entry before `place`.
        var lookedAt: UInt32 = 0
        for index in ranges {
            let range = transaction.mergeRanges[index]
            let start = clients[client].entries.place(of: range.start)
            if start > place, let before = clients[client].entries.place(before: start) {
                kept = before
                place = start
                lookedAt = clients[client].entries[before].clock
            }
            while let entry = clients[client].entries.entry(at: place) {
                // All that lies in the range was looked at, and the neighbour behind it.
                if lookedAt >= range.end { break }
                lookedAt = entry.clock
                if tryMerge(entry.block, into: clients[client].entries[kept].block) {
                    vacate(place, of: client)
                } else {
                    kept = place
                }
                place = clients[client].entries.place(after: place)
            }
        }
        clients[client].entries.removeVacated(transaction.vacated.elements)
    }

    /// Marks an entry as gone, and notes the first of each chunk.
    private mutating func vacate(_ place: EntryPlace, of client: ClientSlot) {
        clients[client].entries[place].block = .none
        if transaction.vacated.last?.chunk != place.chunk { transaction.vacated.append(place) }
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

    /// Text that was typed lies one behind the other already; the slab then copies nothing.
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
