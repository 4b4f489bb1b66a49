extension Decision {
    /// The role stays as it is.
    func correct(_ correction: ParticipantCorrection) throws(Refusal) -> [SessionEvent] {
        guard let known = state.participants[correction.participantID] else { throw Refusal(.noSuchParticipant) }
        try checkText(correction.function, "function", upTo: SessionLimits.functionBytes)
        let party = correction.party
        try checkText(party.id, party.unitID == nil ? "externalId" : "unitId", upTo: SessionLimits.idBytes)
        let corrected = SessionParticipant(
            participantID: known.participantID, unitID: party.unitID, externalID: party.externalID,
            function: correction.function, role: known.role)
        return corrected == known ? [] : [.participantCorrected(corrected)]
    }

    /// The sender joins, as who the server says they are; or, who is in already, says who they are now.
    func join(_ participantID: String) throws(Refusal) -> [SessionEvent] {
        try checkText(participantID, "participantId", upTo: SessionLimits.idBytes)
        let function = actor.function ?? ""
        try checkText(function, "function", upTo: SessionLimits.functionBytes)
        if let party = actor.party {
            try checkText(party.id, party.unitID == nil ? "externalId" : "unitId", upTo: SessionLimits.idBytes)
        } else if actor.role == .participant {
            throw Refusal(.partyMissing)
        }
        var participant = SessionParticipant(
            participantID: participantID, unitID: actor.party?.unitID,
            externalID: actor.party?.externalID, function: function, role: actor.role)
        if let known = state.participants[participantID] {
            participant.role = known.role
            guard actor.participantID == participantID, known != participant else { throw Refusal(.participantExists) }
            return [.participantCorrected(participant)]
        }
        guard state.participants.count < limits.participants else { throw Refusal(.tooManyParticipants) }
        return [.participantJoined(participant)]
    }
}
