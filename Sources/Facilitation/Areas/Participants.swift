package import Planning

/// Somebody who joined the session: what ``ParticipantJoined`` and ``ParticipantCorrected`` say and the state keeps. The
/// name lives elsewhere, so that it can be deleted while the events stay.
package struct SessionParticipant: Sendable, Hashable, Codable {
    package var participantId: String
    package var unitId: String?
    package var externalId: String?
    package var function: String
    package var role: Role

    package init(
        participantId: String, unitId: String? = nil, externalId: String? = nil, function: String, role: Role
    ) {
        self.participantId = participantId
        self.unitId = unitId
        self.externalId = externalId
        self.function = function
        self.role = role
    }

    /// Whom they speak for; nil for somebody who looks on.
    package var party: Party? { Party(unitId: unitId, externalId: externalId) }
}

// MARK: Commands

/// The sender joins, as who the server says they are; or, who is in already, says who they are now.
package struct Join: ServerCommand {
    package static let kind = "join"
    package static let roles = Permissions.seeing
    let participantID: String

    package init(participantID: String) {
        self.participantID = participantID
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let (actor, state) = (decision.actor, decision.state)
        var participant = try participant(decision)
        if let known = state.participants[participantID] {
            participant.role = known.role
            guard actor.participantID == participantID, known != participant else { throw Refusal(.participantExists) }
            return [ParticipantCorrected(participant)]
        }
        guard state.participants.count < decision.limits.participants else { throw Refusal(.tooManyParticipants) }
        return [ParticipantJoined(participant)]
    }

    private func participant(_ decision: Decision) throws(Refusal) -> SessionParticipant {
        let (actor, function) = (decision.actor, decision.actor.function ?? "")
        try decision.checkText(participantID, "participantId", upTo: SessionLimits.idBytes)
        try decision.checkText(function, "function", upTo: SessionLimits.functionBytes)
        if let party = actor.party {
            try decision.check(party)
        } else if actor.role == .participant {
            throw Refusal(.partyMissing)
        }
        return SessionParticipant(
            participantId: participantID, unitId: actor.party?.unitId, externalId: actor.party?.externalId,
            function: function, role: actor.role)
    }
}

/// Who somebody came as, put right by those who lead. The name is kept elsewhere, and the role stays as it is.
package struct CorrectParticipant: ServerCommand {
    package static let kind = "correctParticipant"
    package static let roles = Permissions.leading
    package static let standing = SessionStanding.either
    let participantID: String
    let party: Party
    let function: String

    package init(participantID: String, party: Party, function: String) {
        self.participantID = participantID
        self.party = party
        self.function = function
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        guard let known = decision.state.participants[participantID] else { throw Refusal(.noSuchParticipant) }
        try decision.checkText(function, "function", upTo: SessionLimits.functionBytes)
        try decision.check(party)
        let corrected = SessionParticipant(
            participantId: known.participantId, unitId: party.unitId, externalId: party.externalId,
            function: function, role: known.role)
        return corrected == known ? [] : [ParticipantCorrected(corrected)]
    }
}

// MARK: Events

/// Somebody is in the session.
package struct ParticipantJoined: ToldToAll, Carrier {
    package static let kind = "participantJoined"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    package let content: SessionParticipant

    package init(_ content: SessionParticipant) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.participants[content.participantId] = content
    }
}

/// Who a participant came as was corrected; the whole of it as it is now. What they confirmed as who they came as says so
/// from then on.
package struct ParticipantCorrected: ToldToAll, Carrier {
    package static let kind = "participantCorrected"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    package let content: SessionParticipant

    package init(_ content: SessionParticipant) {
        self.content = content
    }

    package var modelsChanged: ModelsChanged { .all }

    package func apply(to state: inout SessionState, at: Int64) {
        let id = content.participantId
        guard let before = state.participants.updateValue(content, forKey: id) else {
            state.participants[id] = nil
            return
        }
        for modelID in state.modelIDs { state.modelsByID[modelID]?.correct(before, to: content) }
    }
}
