package import Planning

/// Who may do what in a session. Each command says its own ``Command/roles``, and `AccessMatrixTests` compares them with
/// the table in `Authorisation.md`; what depends on more than the role is here. In short:
///
/// | | administrator | facilitator | participant | observer | leader |
/// |---|---|---|---|---|---|
/// | enter a phase, the timer | ✓ | ✓ | | | |
/// | lock, unlock, create a model | ✓ | ✓ | | | |
/// | end, reopen | ✓ | ✓ | | | |
/// | join | ✓ | ✓ | ✓ | ✓ | |
/// | set a model's level | ✓ | ✓ | ✓ | | |
/// | call together, say to all, groups, the lobby, the agenda | ✓ | ✓ | | | |
/// | open and reveal ideas and votes, a goal's level | ✓ | ✓ | | | |
/// | park an item, sort ideas, interpret a value | ✓ | ✓ | ✓ | | |
/// | lower a hand, go to a group | anyone | anyone | itself | | |
/// | be ready, raise a hand, call for help | | | ✓ | | |
/// | write ideas, vote, evaluate | | | ✓ | | |
/// | confirm | for anyone | for anyone | for its own | | |
/// | withdraw a confirmation | anyone's | anyone's | what they gave | | their unit's |
/// | correct who somebody came as | ✓ | ✓ | | | |
/// | write in a model (open, not locked) | ✓ | ✓ | ✓ | | |
/// | see the session | ✓ | ✓ | ✓ | ✓ | |
package enum Permissions {
    /// The roles that may follow a session.
    package static let seeing: Set<Role> = [.administrator, .facilitator, .participant, .observer]
    /// The roles that work in a session.
    package static let writing: Set<Role> = [.administrator, .facilitator, .participant]
    /// The roles that lead sessions.
    package static let leading: Set<Role> = [.administrator, .facilitator]
    /// Those who speak for themselves only.
    package static let participants: Set<Role> = [.participant]

    /// Whether `actor` may confirm for `party`.
    package static func maySpeak(_ actor: Actor, for party: Party) -> Bool {
        actor.role.leadsSessions || actor.party == party
    }

    /// As what `actor` may take a confirmation back; nil when they may not. Whoever has a code can come as any unit, so
    /// that having come for the same one is not enough; who confirmed may, also when they turned out to be another's.
    package static func source(
        of confirmation: ModelConfirmation, by actor: Actor
    ) -> ConfirmationWithdrawal.Source? {
        if actor.role.leadsSessions { return .facilitator }
        if actor.role == .leader { return actor.party == confirmation.party ? .leader : nil }
        let isMaker = actor.participantID != nil && actor.participantID == confirmation.participantId
        return isMaker ? .maker : nil
    }

    /// Whether `actor` may write in the model's document now. The lock holds for facilitators too: it is there so
    /// that what is read aloud is what is agreed.
    package static func mayWrite(_ actor: Actor, modelID: String, in state: SessionState) -> Bool {
        guard writing.contains(actor.role), !state.isEnded, let model = state.model(modelID) else { return false }
        return !model.isLocked
    }
}
