package import Facilitation
import Transport

/// What one person may do in a session in a while: a heavy user does not meet it, a flood is refused.
struct SessionBudget {
    var commands: TokenBucket
    /// When the person last reacted.
    var reactedAt: ContinuousClock.Instant?
}

extension SessionRoom {
    /// Counts a command that is no page's message, as one that comes by HTTP.
    ///
    /// - Throws: `Refusal` with `tooMany` when the person has sent too many.
    package func countCommand(by person: SessionPerson) throws(Refusal) {
        guard takeTokens(1, from: person) else { throw Refusal(.tooMany) }
    }

    /// Whether so much may be read at all: what is large and will be refused is not worth its reading.
    func mayBeRead(_ text: String, from person: SessionPerson) -> Bool {
        let amount = cost(of: text)
        return amount <= 16 || withBudget(of: person) { $0.commands.allows(amount, at: rooms.timing.instant) }
    }

    /// Whether what a page asks for may be looked at. One of many bytes counts as several.
    func takeTokens(for text: String, from person: SessionPerson) -> Bool {
        takeTokens(cost(of: text), from: person)
    }

    private func cost(of text: String) -> Int { 1 + text.utf8.count / max(1, rooms.limits.commandBytes) }

    private func takeTokens(_ amount: Int, from person: SessionPerson) -> Bool {
        withBudget(of: person) { $0.commands.take(amount, at: rooms.timing.instant) }
    }

    func withBudget<T>(of person: SessionPerson, _ body: (inout SessionBudget) -> T) -> T {
        var budget =
            budgets[person]
            ?? SessionBudget(
                commands: TokenBucket(
                    capacity: rooms.limits.commandBurst, perSecond: rooms.limits.commandsPerSecond,
                    now: rooms.timing.instant))
        defer { budgets[person] = budget }
        return body(&budget)
    }

    /// Forgets those who have done nothing for a while. Called every few seconds.
    func tidyBudgets() {
        let now = rooms.timing.instant
        for (person, budget) in budgets where budget.commands.isFull(at: now) {
            guard budget.reactedAt.map({ now - $0 >= rooms.limits.reactionInterval }) ?? true else { continue }
            budgets[person] = nil
        }
    }
}
