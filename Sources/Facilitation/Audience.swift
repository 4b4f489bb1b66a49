/// Who an event is told to. What people write and vote in private is theirs alone until it is revealed; what is shown
/// to the others depends on nothing but the event itself, so that a replay tells them the same.
package enum Audience: Sendable, Hashable, CaseIterable {
    /// The participant whose it is.
    case owner
    case leading
    case others
}

extension Audience {
    /// What of an event this person is.
    ///
    /// - Parameter owner: whose the event is; nil where nothing in it is private, and everybody is one of the others.
    package init(of actor: Actor, owner: String?) {
        guard let owner else { self = .others; return }
        self = actor.participantID == owner ? .owner : actor.role.leadsSessions ? .leading : .others
    }
}

extension SessionEvent {
    /// Whose it is, for an event that is not told to everybody alike; nil for the others. Nobody's is "".
    package var owner: String? {
        switch self {
        case .ideas(.written(let writing)): writing.participantId
        case .votes(.cast(let ballot)): ballot.participantId
        case .voices(.evaluated(let evaluation)): evaluation.participantId
        case .lobby: ""
        default: nil
        }
    }

    /// The event as this audience may see it.
    package func shown(to audience: Audience) -> SessionEvent {
        guard audience != .owner else { return self }
        switch self {
        case .ideas(.written(let writing)):
            // Whether it was taken back may be seen, so that those who wait can be counted.
            let text = writing.text.isEmpty ? "" : "…"
            return .ideas(.written(IdeaWriting(roundId: writing.roundId, ideaId: writing.ideaId, text: text)))
        case .votes(.cast(let ballot)):
            let dots = ballot.dots.isEmpty ? [:] : ["": 0]
            return .votes(.cast(Ballot(voteId: ballot.voteId, dots: dots, participantId: ballot.participantId)))
        case .voices(.evaluated(let evaluation)):
            return audience == .leading
                ? .voices(.evaluated(Evaluation(grade: evaluation.grade, text: evaluation.text)))
                : .voices(.evaluated(Evaluation(grade: 0)))
        case .lobby(.set(let lobby)): return audience == .leading ? self : .lobby(.set(Lobby(mode: lobby.mode)))
        default: return self
        }
    }
}
