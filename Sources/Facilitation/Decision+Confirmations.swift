import Planning

extension Decision {
    /// A locked model can be confirmed: it is locked while it is read aloud. Saying the same thing twice gives no
    /// event.
    func confirm(_ request: ConfirmationRequest) throws(Refusal) -> [SessionEvent] {
        let model = try model(request.modelID)
        let party = try spokenFor(request.party)
        let confirmation = try confirmation(request, of: party)
        if let expected = request.expectedVersion, expected != request.contentVersion {
            throw Refusal(.contentChanged)
        }
        guard request.missingFields.isEmpty else { throw Refusal(.fieldsMissing, fields: request.missingFields) }
        let before = model.confirmation(of: party)
        guard before != nil || model.confirmations.count < limits.confirmationsPerModel
        else { throw Refusal(.tooManyConfirmations) }
        return before == confirmation ? [] : [.modelConfirmed(confirmation)]
    }

    func withdraw(_ party: SessionParty?, from modelID: String) throws(Refusal) -> [SessionEvent] {
        let model = try model(modelID)
        guard let party = party ?? actor.party else { throw Refusal(.partyMissing) }
        guard let standing = model.confirmation(of: party) else { throw Refusal(.notConfirmed) }
        guard let source = Permissions.source(of: standing, by: actor) else {
            throw Refusal(actor.party == party ? .notYourConfirmation : .notYourParty)
        }
        return [
            .confirmationWithdrawn(
                ConfirmationWithdrawal(modelID: modelID, party: party, source: source, function: actor.function))
        ]
    }

    private func spokenFor(_ requested: SessionParty?) throws(Refusal) -> SessionParty {
        guard let party = requested ?? actor.party else { throw Refusal(.partyMissing) }
        guard Permissions.maySpeak(actor, for: party) else { throw Refusal(.notYourParty) }
        try checkText(party.id, party.unitID == nil ? "externalId" : "unitId", upTo: SessionLimits.idBytes)
        return party
    }

    private func confirmation(
        _ request: ConfirmationRequest, of party: SessionParty
    ) throws(Refusal) -> ModelConfirmation {
        let function = request.function ?? actor.function ?? ""
        try checkText(function, "function", upTo: SessionLimits.functionBytes)
        try checkText(request.contentVersion, "contentVersion", upTo: SessionLimits.contentVersionBytes)
        try checkText(request.give ?? "", "give", upTo: SessionLimits.promiseBytes, required: false)
        try checkText(request.need ?? "", "need", upTo: SessionLimits.promiseBytes, required: false)
        guard CalendarDate(request.on) != nil else { throw Refusal(.dateMalformed, fields: ["on"]) }
        return ModelConfirmation(
            modelID: request.modelID, party: party, function: function, contentVersion: request.contentVersion,
            give: request.give, need: request.need, on: request.on, participantID: actor.participantID)
    }
}
