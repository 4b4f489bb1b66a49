/// Beginning and end of a transaction.
extension Store {
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
