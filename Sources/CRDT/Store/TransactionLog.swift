/// What one transaction did, as far as its end needs to know. Yjs: `Transaction`.
struct TransactionLog: BitwiseCopyable {
    /// Counts transactions; a client whose record bears this number was changed by the current one.
    var number: UInt32 = 0
    /// Between beginning and end.
    var isOpen = false
    /// Clients with new blocks.
    var changedClients = Buffer<ClientSlot>()
    /// What was deleted, as it happened. Yjs: `deleteSet`.
    var deletes = Buffer<ClientClockRange>()
    /// Units that were not deleted before and are now: those in ``deletes``, and those that came as garbage.
    var deletedUnits = 0
    /// Some of ``deletes`` had content: it did not come deleted.
    var hasContentToForget = false
    /// First units of blocks that a split made, or that may now merge with their neighbours. Yjs: `_mergeStructs`.
    var mergeCandidates = Buffer<BlockID>()
    /// Ranges to be looked through for runs that can merge; scratch of the end of a transaction.
    var mergeRanges = Buffer<ClientClockRange>()

    /// The first vacated entry of each chunk of a history; scratch of the end of a transaction.
    var vacated = Buffer<EntryPlace>()

    var isEmpty: Bool { changedClients.isEmpty && deletes.isEmpty }

    /// Forgets the last transaction and keeps its memory.
    mutating func reset() {
        changedClients.truncate(to: 0)
        deletes.truncate(to: 0)
        deletedUnits = 0
        hasContentToForget = false
        mergeCandidates.truncate(to: 0)
        mergeRanges.truncate(to: 0)
    }

    /// Blocks that are deleted one after the other, as a selection is, become one range at once.
    @inline(__always) mutating func noteDelete(of client: ClientSlot, _ range: ClockRange) {
        deletedUnits += Int(range.end - range.start)
        if let last = deletes.last, last.client == client, last.end == range.start {
            deletes[deletes.count - 1].end = range.end
        } else {
            deletes.append(ClientClockRange(client: client, start: range.start, end: range.end))
        }
    }

    func deallocate() {
        changedClients.deallocate()
        deletes.deallocate()
        mergeCandidates.deallocate()
        mergeRanges.deallocate()
        vacated.deallocate()
    }
}

/// Beginning and end of a transaction.
extension Store {
    /// The log of the last transaction, which was kept for ``encodeTransaction()``, ends here.
    mutating func beginTransaction() {
        transaction.reset()
        transaction.number &+= 1
        transaction.isOpen = true
    }

    /// Notes the clock that a client had when the transaction began.
    @inline(__always) mutating func noteChange(of client: ClientSlot) {
        guard clients[client].transaction != transaction.number else { return }
        clients[client].transaction = transaction.number
        clients[client].clockBefore = clients[client].clock
        clients[client].firstNew = .max
        transaction.changedClients.append(client)
    }

    /// Whether the current transaction, or the last one, brought something of a client.
    func changed(_ client: UInt64) -> Bool {
        for slot in transaction.changedClients.elements where clients[slot].id == client { return true }
        return false
    }

    /// Forgets deleted content and makes one of runs that can be one. Yjs: `cleanupTransactions`.
    mutating func endTransaction() {
        transaction.isOpen = false
        transaction.deletes.sortAndCoalesce()
        if collectsGarbage, transaction.hasContentToForget { collectGarbage() }
        mergeRuns()
        compactSlab()
    }
}

/// A range of one client's clock.
struct ClientClockRange: BitwiseCopyable {
    var client: ClientSlot
    var start: UInt32
    var end: UInt32
}

extension Buffer where Element == ClientClockRange {
    /// Sorts by client and clock, and makes one of ranges that touch or overlap. Yjs: `sortAndMergeDeleteSet`.
    mutating func sortAndCoalesce() {
        guard count > 1 else { return }
        sort { ($0.client, $0.start) < ($1.client, $1.start) }
        var kept = 0
        for index in 1..<count {
            let next = self[index]
            if self[kept].client == next.client, next.start <= self[kept].end {
                self[kept].end = Swift.max(self[kept].end, next.end)
            } else {
                kept += 1
                self[kept] = next
            }
        }
        truncate(to: kept + 1)
    }
}
