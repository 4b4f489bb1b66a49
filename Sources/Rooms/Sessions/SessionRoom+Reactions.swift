import Facilitation
import Transport

/// What people say by one press: counted for a moment, told to all as numbers, kept nowhere.
extension SessionRoom {
    /// Counts a reaction, or says why not. One that comes sooner after the last than a press means is refused, so that
    /// nobody can fill the others' pages.
    func react(_ reaction: Reaction, id: String, from seat: SessionSeat) {
        if let refusal = Reaction.refusal(to: seat.actor, in: state) {
            return refuse(refusal, id, to: seat)
        }
        let now = rooms.timing.instant
        let last = withBudget(of: seat.person) { $0.reactedAt }
        if let last, now - last < rooms.limits.reactionInterval {
            return say(
                .refused(
                    id: id, code: "tooMany", reason: "Vent lidt, før du reagerer igen.",
                    reasonEn: "Wait a moment before you react again."), to: seat)
        }
        withBudget(of: seat.person) { $0.reactedAt = now }
        say(.accepted(id: id, sequence: state.sequence), to: seat)
        if reactions.isEmpty {
            rooms.timing.after(rooms.limits.reactionDelay) { [weak self] in self?.announceReactions() }
        }
        reactions[reaction, default: 0] += 1
    }

    private func announceReactions() {
        announce(.reactions(reactions))
        reactions = [:]
    }
}
