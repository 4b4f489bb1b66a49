package import Facilitation
import Transport

/// Who does something in a session, for what is counted by person: the same on every connection and after each
/// reconnection.
package enum SessionPerson: Sendable, Hashable {
    case participant(String)
    /// Somebody who leads or looks on without having joined: whoever holds the token, by its hash.
    case token([UInt8])
    /// Nobody who is known by more than the connection.
    case connection(UInt64)
}

extension Actor {
    /// Whose budget this is; nil when neither a participant nor a token says it.
    package func person(token: [UInt8]?) -> SessionPerson? {
        participantID.map(SessionPerson.participant) ?? token.map(SessionPerson.token)
    }
}

/// What each person may do in a session in a while, over all their connections: a heavy user does not meet it, a flood
/// is refused. No clock: whoever asks says when it is.
struct SessionBudgets {
    private struct Budget {
        var commands: TokenBucket
        /// When the person last reacted.
        var reactedAt: ContinuousClock.Instant?
    }

    private let commandBurst: Int
    private let commandsPerSecond: Int
    private let commandBytes: Int
    private let reactionInterval: Duration
    /// Of those who sent something lately.
    private var budgets: [SessionPerson: Budget] = [:]

    init(_ limits: RoomLimits) {
        commandBurst = limits.commandBurst
        commandsPerSecond = limits.commandsPerSecond
        commandBytes = max(1, limits.commandBytes)
        reactionInterval = limits.reactionInterval
    }

    /// How many people are remembered, for having sent something lately.
    var count: Int { budgets.count }
    var isEmpty: Bool { budgets.isEmpty }

    /// Whether so much may be read at all: what is large and will be refused is not worth its reading.
    mutating func mayBeRead(_ text: String, from person: SessionPerson, at now: ContinuousClock.Instant) -> Bool {
        let amount = cost(of: text)
        return amount <= 16 || withBudget(of: person, at: now) { $0.commands.allows(amount, at: now) }
    }

    /// Whether what a page asks for may be looked at. One of many bytes counts as several.
    mutating func take(_ text: String, from person: SessionPerson, at now: ContinuousClock.Instant) -> Bool {
        let amount = cost(of: text)
        return withBudget(of: person, at: now) { $0.commands.take(amount, at: now) }
    }

    /// Whether one more command may be taken that is no page's message.
    mutating func takeOne(from person: SessionPerson, at now: ContinuousClock.Instant) -> Bool {
        withBudget(of: person, at: now) { $0.commands.take(at: now) }
    }

    /// Whether the person may react now, and if so has.
    mutating func takeReaction(from person: SessionPerson, at now: ContinuousClock.Instant) -> Bool {
        withBudget(of: person, at: now) { [reactionInterval] budget in
            if let last = budget.reactedAt, now - last < reactionInterval { return false }
            budget.reactedAt = now
            return true
        }
    }

    /// Forgets those who have done nothing for a while.
    mutating func tidy(at now: ContinuousClock.Instant) {
        for (person, budget) in budgets where budget.commands.isFull(at: now) {
            guard budget.reactedAt.map({ now - $0 >= reactionInterval }) ?? true else { continue }
            budgets[person] = nil
        }
    }

    private func cost(of text: String) -> Int { 1 + text.utf8.count / commandBytes }

    private mutating func withBudget<T>(
        of person: SessionPerson, at now: ContinuousClock.Instant, _ body: (inout Budget) -> T
    ) -> T {
        var budget =
            budgets[person]
            ?? Budget(commands: TokenBucket(capacity: commandBurst, perSecond: commandsPerSecond, now: now))
        defer { budgets[person] = budget }
        return body(&budget)
    }
}
