/// Somebody or something is not in the session any more. No command leads here: what is removed is removed from the
/// database in the same transaction, by whoever may.
package enum RemovalEvent: EventArea {
    case model(ModelRemoval)
    case participant(ParticipantRemoval)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .modelRemoved: self = .model(try ModelRemoval(from: decoder))
        case .participantRemoved: self = .participant(try ParticipantRemoval(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .model: .modelRemoved
        case .participant: .participantRemoved
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .model(let removal): removal
        case .participant(let removal): removal
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .model(let removal):
            state.modelIDs.removeAll { $0 == removal.modelId }
            state.modelsByID[removal.modelId] = nil
        case .participant(let removal): state.forgetAll(of: removal.participantId)
        }
    }
}

/// Payload of `modelRemoved`.
package struct ModelRemoval: Sendable, Hashable, Codable {
    package var modelId: String
    /// Said where somebody had confirmed the model.
    package var reason: String?

    package init(modelId: String, reason: String? = nil) {
        self.modelId = modelId
        self.reason = reason
    }
}

/// Payload of `participantRemoved`. The id says nothing of who it was.
package struct ParticipantRemoval: Sendable, Hashable, Codable {
    package var participantId: String

    package init(participantId: String) {
        self.participantId = participantId
    }
}

extension SessionState {
    /// The state as it would be had the model never been. For a state that stands in the place of events which said so.
    package func without(model id: String) -> SessionState {
        var state = self
        state.modelIDs.removeAll { $0 == id }
        state.modelsByID[id] = nil
        return state
    }

    /// The same of a participant, and of what they said alone.
    package func without(participant id: String) -> SessionState {
        var state = self
        state.forgetAll(of: id)
        return state
    }

    /// What has been said aloud stays, as nobody's.
    mutating func forgetAll(of id: String) {
        participants[id] = nil
        ready.remove(id)
        hands.removeAll { $0 == id }
        evaluations[id] = nil
        for place in groups.indices { groups[place].members.removeAll { $0 == id } }
        for round in ideaRounds.keys { ideaRounds[round]?.forget(id) }
        for vote in votes.keys { votes[vote]?.forget(id) }
    }
}

extension IdeaRound {
    /// An idea that was shown to all stays without whose it was; one that was not goes.
    fileprivate mutating func forget(_ participantID: String) {
        for (ideaID, idea) in ideas where idea.participantId == participantID {
            if isRevealed { ideas[ideaID]?.participantId = nil } else { ideas[ideaID] = nil }
        }
    }
}

extension SessionVote {
    /// What was counted before all stays counted, as nobody's.
    fileprivate mutating func forget(_ participantID: String) {
        guard var ballot = ballots.removeValue(forKey: participantID), isRevealed else { return }
        ballot.participantId = nil
        var number = 1
        while ballots["removed-\(number)"] != nil { number += 1 }
        ballots["removed-\(number)"] = ballot
    }
}
