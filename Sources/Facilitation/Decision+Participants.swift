extension Decision {
    /// The sender joins, as who the server says they are.
    func join(_ participantID: String) throws(Refusal) -> [SessionEvent] {
        try checkText(participantID, "participantId", upTo: SessionLimits.idBytes)
        let function = actor.function ?? ""
        try checkText(function, "function", upTo: SessionLimits.functionBytes)
        if let party = actor.party {
            try checkText(party.id, party.unitID == nil ? "externalId" : "unitId", upTo: SessionLimits.idBytes)
        } else if actor.role == .participant {
            throw Refusal(.partyMissing)
        }
        guard state.participants[participantID] == nil else { throw Refusal(.participantExists) }
        guard state.participants.count < limits.participants else { throw Refusal(.tooManyParticipants) }
        return [
            .participantJoined(
                SessionParticipant(
                    participantID: participantID, unitID: actor.party?.unitID,
                    externalID: actor.party?.externalID, function: function, role: actor.role))
        ]
    }
}
