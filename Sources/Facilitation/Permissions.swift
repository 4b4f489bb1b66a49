/// Who may do what in a session: the whole table.
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
    /// The roles that may send a command, in a session of their own that is in a state for it.
    package static func roles(for kind: SessionCommand.Kind) -> Set<Role> {
        switch kind {
        case .enterPhase, .startTimer, .pauseTimer, .resumeTimer, .extendTimer, .stopTimer: leading
        case .lockModel, .unlockModel, .createModel, .endSession, .reopenSession: leading
        case .join: seeing
        case .setModelLevel, .confirmModel: writing
        // Whose word is taken back decides, see `source(of:by:)`.
        case .withdrawConfirmation: writing.union([.leader])
        case .correctParticipant: leading
        case .callTogether, .release, .sayToAll, .formGroups, .answerCall, .recallGroups: leading
        case .openIdeas, .revealIdeas, .openVote, .revealVote, .suggestLevel, .decideLevel: leading
        case .setLobby, .setAgenda: leading
        case .parkItem, .settleItem, .sortIdea, .lowerHand, .joinGroup, .interpretValue: writing
        case .sayReady, .raiseHand, .callFacilitator, .writeIdea, .castVote, .evaluate: [.participant]
        }
    }

    /// What can still be done in a session that has ended.
    package static func isTakenWhenEnded(_ kind: SessionCommand.Kind) -> Bool {
        kind == .reopenSession || kind == .evaluate || kind == .correctParticipant
    }

    /// The roles that may follow a session.
    package static let seeing: Set<Role> = [.administrator, .facilitator, .participant, .observer]
    private static let writing: Set<Role> = [.administrator, .facilitator, .participant]
    private static let leading: Set<Role> = [.administrator, .facilitator]

    /// Whether `actor` may confirm for `party`.
    package static func maySpeak(_ actor: Actor, for party: SessionParty) -> Bool {
        actor.role.leadsSessions || actor.party == party
    }

    /// As what `actor` may take a confirmation back; nil when they may not. Whoever has a code can come as any unit, so
    /// that having come for the same one is not enough; who confirmed may, also when they turned out to be another's.
    package static func source(
        of confirmation: ModelConfirmation, by actor: Actor
    ) -> ConfirmationWithdrawal.Source? {
        if actor.role.leadsSessions { return .facilitator }
        if actor.role == .leader { return actor.party == confirmation.party ? .leader : nil }
        let isMaker = actor.participantID != nil && actor.participantID == confirmation.participantID
        return isMaker ? .maker : nil
    }

    /// Whether `actor` may write in the model's document now. The lock holds for facilitators too: it is there so
    /// that what is read aloud is what is agreed.
    package static func mayWrite(_ actor: Actor, modelID: String, in state: SessionState) -> Bool {
        guard writing.contains(actor.role), !state.isEnded, let model = state.model(modelID) else { return false }
        return !model.isLocked
    }
}
