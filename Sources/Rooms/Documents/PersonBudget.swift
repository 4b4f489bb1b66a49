package import Transport

/// How much of a session's documents one person may use up, over all their connections: one who uses up theirs leaves
/// the others what they have. People who type, paste and come back after a day offline never meet these.
package struct PersonLimits: Sendable {
    /// Bytes of updates at once. A pasted chapter is 100 KiB, a day offline some hundred, the largest model 2 MiB.
    package var updateBytes = 2 << 20

    /// Bytes of updates per second after that. Ten keys a second are 1 KiB with what each message costs beside its
    /// bytes.
    package var updateBytesPerSecond = 64 << 10

    /// Client ids that documents do not know, at once; then one a second. A page that is opened anew is one, a
    /// browser that comes back to a server which lost its last hours brings those of everybody who wrote meanwhile.
    package var clients = 512

    /// Bytes of documents encoded to answer sync step 1, at once; then a fourth of it per second. An answer that others
    /// got too costs nothing. A model is some 20 KiB.
    package var answerBytes = 16 << 20

    package init() {}
}

/// What one person may still use up of a session's documents; all their connections share it.
@ServiceLoop
package final class PersonBudget {
    /// What a message costs beside its bytes: it is read, checked, logged and sent on, however small it is.
    static let bytesPerMessage = 64
    private static let clientsPerSecond = 1
    /// A document's last quarter of client ids is for people who come with one: they cost this many times as much.
    static let priceOfLastClients = 16

    private var updates: TokenBucket
    private var clients: TokenBucket
    private var answers: TokenBucket

    init(_ limits: PersonLimits, now: ContinuousClock.Instant) {
        updates = TokenBucket(capacity: limits.updateBytes, perSecond: limits.updateBytesPerSecond, now: now)
        clients = TokenBucket(capacity: limits.clients, perSecond: Self.clientsPerSecond, now: now)
        answers = TokenBucket(capacity: limits.answerBytes, perSecond: limits.answerBytes / 4, now: now)
    }

    /// Takes what an update costs; false when the person has to wait.
    func takesUpdate(of bytes: Int, at now: ContinuousClock.Instant) -> Bool {
        guard updates.allows(at: now) else { return false }
        updates.spend(bytes + Self.bytesPerMessage, at: now)
        return true
    }

    func mayUpdate(at now: ContinuousClock.Instant) -> Bool { updates.allows(at: now) }

    /// What else an update costs, as work.
    func spendUpdate(_ bytes: Int, at now: ContinuousClock.Instant) { updates.spend(bytes, at: now) }

    /// How many client ids the person may bring now, at this price each.
    func newClients(price: Int, at now: ContinuousClock.Instant) -> Int {
        max(0, Int(clients.available(at: now)) / price)
    }

    func spendClients(_ count: Int, price: Int, at now: ContinuousClock.Instant) {
        clients.spend(count * price, at: now)
    }

    func mayBeAnswered(at now: ContinuousClock.Instant) -> Bool { answers.allows(at: now) }
    func spendAnswer(_ bytes: Int, at now: ContinuousClock.Instant) { answers.spend(bytes, at: now) }

    func isUnused(at now: ContinuousClock.Instant) -> Bool {
        updates.isFull(at: now) && clients.isFull(at: now) && answers.isFull(at: now)
    }
}

/// Everybody's budgets, by person and session. Those that are full are forgotten.
@ServiceLoop
struct PersonBudgets {
    private struct Key: Hashable {
        let person: [UInt8]
        let session: String
    }

    private var budgets: [Key: PersonBudget] = [:]

    mutating func budget(
        of person: [UInt8], in session: String, _ limits: PersonLimits, now: ContinuousClock.Instant
    ) -> PersonBudget {
        let key = Key(person: person, session: session)
        if let budget = budgets[key] { return budget }
        let budget = PersonBudget(limits, now: now)
        budgets[key] = budget
        return budget
    }

    /// Forgets those that are full and that no connection has: a connection that kept one would share it with nobody.
    mutating func tidy(now: ContinuousClock.Instant) {
        for key in budgets.keys where budgets[key]?.isUnused(at: now) ?? false {
            if isKnownUniquelyReferenced(&budgets[key]) { budgets[key] = nil }
        }
    }
}
