/// What somebody can say by one press, gone again in a moment: told to all as a number, and kept nowhere.
package enum Reaction: String, Sendable, Hashable, Codable, CaseIterable {
    case agree, thanks, idea, unclear

    /// Why `actor` may not react now; nil when it may be.
    package static func refusal(to actor: Actor, in state: SessionState) -> Refusal? {
        guard actor.role == .participant || actor.role.leadsSessions else { return Refusal(.notPermitted) }
        return state.isEnded ? Refusal(.sessionEnded) : nil
    }
}
