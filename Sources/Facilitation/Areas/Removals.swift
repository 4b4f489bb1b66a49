package import Planning

// Somebody or something is not in the session any more. No command leads here: what is removed is removed from the
// database in the same transaction, by whoever may.

// MARK: Events

/// A collaboration model was deleted.
package struct ModelRemoved: ToldToAll {
    package static let kind = "modelRemoved"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let modelId: String
    /// Said where somebody had confirmed the model.
    let reason: String?

    package init(modelId: String, reason: String? = nil) {
        self.modelId = modelId
        self.reason = reason
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.forget(model: modelId)
    }
}

/// A participant was deleted. The id says nothing of who it was.
package struct ParticipantRemoved: ToldToAll {
    package static let kind = "participantRemoved"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let participantId: String

    package init(participantId: String) {
        self.participantId = participantId
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.forgetAll(of: participantId)
    }
}

// MARK: The state without them

extension SessionState {
    /// The state as it would be had the model never been. For a state that stands in the place of events which said so.
    package func without(model id: String) -> SessionState {
        var state = self
        state.forget(model: id)
        return state
    }

    /// The same of a participant, and of what they said alone.
    package func without(participant id: String) -> SessionState {
        var state = self
        state.forgetAll(of: id)
        return state
    }

    fileprivate mutating func forget(model id: String) {
        modelIDs.removeAll { $0 == id }
        modelsByID[id] = nil
    }

    /// What has been said aloud stays, as nobody's.
    fileprivate mutating func forgetAll(of id: String) {
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

// MARK: The journal without them

/// What stands in the journal in the place of what must not be known any more. The event's number and time stay, so that
/// whoever comes back goes on from the right place; a kind that nobody knows changes nothing.
package enum EventRedaction {
    /// What such an event is: nothing, any more. A state holds all that it says.
    package static let kind = "redacted"
    private static let redacted: JSONValue = ["kind": .string(kind)]

    /// - Returns: nil where the event says nothing of the model.
    package static func removing(model id: String, from event: JSONValue) -> JSONValue? {
        guard event["modelId"]?.string == id, event["kind"]?.string != "modelRemoved" else { return nil }
        return redacted
    }

    /// What somebody said alone goes; what was said for a unit, or shown to all, stays as nobody's.
    ///
    /// - Returns: nil where the event says nothing of the participant.
    package static func removing(participant id: String, from event: JSONValue) -> JSONValue? {
        let kind = event["kind"]?.string
        guard kind != "participantRemoved" else { return nil }
        if event["participantId"]?.string == id, kind != "modelConfirmed" { return redacted }
        let rest = without(id, in: event)
        // Spelt out: a bare `nil` would be JSON's null here.
        return rest == event ? Optional<JSONValue>.none : .some(rest)
    }

    private static func without(_ id: String, in value: JSONValue) -> JSONValue {
        if let elements = value.array {
            return .array(elements.filter { $0.string != id }.map { without(id, in: $0) })
        }
        guard let members = value.object else { return value }
        return .object(members.filter { $0.value.string != id }.mapValues { without(id, in: $0) })
    }
}
