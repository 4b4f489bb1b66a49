package import Planning

/// A unit's or party's promise, as recorded: what ``ModelConfirmed`` says and the state keeps.
package struct ModelConfirmation: Sendable, Hashable, Codable {
    package var modelId: String
    package var party: Party
    /// Who spoke, by function; names are not kept in events.
    package var function: String
    /// What was agreed to; nil in what was imported without one.
    package var contentVersion: String?
    package var give: String?
    package var need: String?
    /// `YYYY-MM-DD`.
    package var on: String
    /// The participant who said it; nil when a facilitator did on the unit's behalf without having joined.
    package var participantId: String?
    /// Whether the participant has been found to be of another party since. Folded: in the stored state where it is true,
    /// and in no event.
    package private(set) var isFromCorrectedSeat = false

    package init(
        modelId: String, party: Party, function: String, contentVersion: String?, give: String? = nil,
        need: String? = nil, on: String, participantId: String? = nil
    ) {
        self.modelId = modelId
        self.party = party
        self.function = function
        self.contentVersion = contentVersion
        self.give = give
        self.need = need
        self.on = on
        self.participantId = participantId
    }

    mutating func correct(_ before: SessionParticipant, to now: SessionParticipant) {
        guard participantId == before.participantId else { return }
        if function == before.function { function = now.function }
        guard before.party == party || isFromCorrectedSeat else { return }
        isFromCorrectedSeat = now.party != party
    }

    /// The party is told by the member that its kind has.
    private enum CodingKeys: CodingKey {
        case modelId, unitId, externalId, function, contentVersion, give, need, on, participantId, isFromCorrectedSeat
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelId: try members.decode(String.self, forKey: .modelId),
            party: try Party(from: members, unit: .unitId, external: .externalId),
            function: try members.decode(String.self, forKey: .function),
            contentVersion: try members.decodeIfPresent(String.self, forKey: .contentVersion),
            give: try members.decodeIfPresent(String.self, forKey: .give),
            need: try members.decodeIfPresent(String.self, forKey: .need),
            on: try members.decode(String.self, forKey: .on),
            participantId: try members.decodeIfPresent(String.self, forKey: .participantId))
        // States that were stored before it was kept have none.
        isFromCorrectedSeat = try members.decodeIfPresent(Bool.self, forKey: .isFromCorrectedSeat) ?? false
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modelId, forKey: .modelId)
        try members.encodeIfPresent(party.unitId, forKey: .unitId)
        try members.encodeIfPresent(party.externalId, forKey: .externalId)
        try members.encode(function, forKey: .function)
        try members.encodeIfPresent(contentVersion, forKey: .contentVersion)
        try members.encodeIfPresent(give, forKey: .give)
        try members.encodeIfPresent(need, forKey: .need)
        try members.encode(on, forKey: .on)
        try members.encodeIfPresent(participantId, forKey: .participantId)
        if isFromCorrectedSeat { try members.encode(true, forKey: .isFromCorrectedSeat) }
    }
}

/// A promise taken back: what ``ConfirmationWithdrawn`` says and the state keeps until the party confirms again.
package struct ConfirmationWithdrawal: Sendable, Hashable, Codable {
    /// Whose word it was that took it back.
    package enum Source: String, Sendable, Hashable, Codable, CaseIterable {
        /// The participant who had confirmed.
        case maker
        /// The unit's leader.
        case leader
        /// Somebody who leads the session.
        case facilitator
    }

    package var modelId: String
    package var party: Party
    /// Who took it back; nil in what was recorded before it was told.
    package var by: Source?
    /// Who took it back, by function; names are not kept in events. nil where none is known.
    package var function: String?

    package init(modelId: String, party: Party, by source: Source? = nil, function: String? = nil) {
        self.modelId = modelId
        self.party = party
        by = source
        self.function = function
    }

    /// The party is told by the member that its kind has.
    private enum CodingKeys: CodingKey {
        case modelId, unitId, externalId, by, function
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelId: try members.decode(String.self, forKey: .modelId),
            party: try Party(from: members, unit: .unitId, external: .externalId),
            // A word that a newer version writes is nobody's that is known here.
            by: try members.decodeIfPresent(String.self, forKey: .by).flatMap(Source.init),
            function: try members.decodeIfPresent(String.self, forKey: .function))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modelId, forKey: .modelId)
        try members.encodeIfPresent(party.unitId, forKey: .unitId)
        try members.encodeIfPresent(party.externalId, forKey: .externalId)
        try members.encodeIfPresent(by, forKey: .by)
        try members.encodeIfPresent(function, forKey: .function)
    }
}

extension ConfirmationWithdrawal: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] { ["by": JSONSchema.of(Source.self)] }
}

// MARK: Commands

/// Somebody says, for a unit, "now it is an agreement". The server adds what it knows of the model's content. A locked
/// model can be confirmed: it is locked while it is read aloud. Saying the same thing twice gives no event.
package struct ConfirmModel: ServerCommand {
    package static let kind = "confirmModel"
    package static let roles = Permissions.writing
    let modelID: String
    /// For whom; nil is the sender's own unit or party.
    let party: Party?
    /// In which function; nil is the sender's own.
    let function: String?
    /// The content version the sender read; nil when they didn't say.
    let expectedVersion: String?
    /// The content's version now, by the server.
    let contentVersion: String
    /// Fields required at the model's level that are still empty, by the server.
    let missingFields: [String]
    /// What the unit gives, and what it needs.
    let give: String?
    let need: String?
    /// The day, `YYYY-MM-DD` in the installation's time zone.
    let on: String

    package init(
        modelID: String, party: Party? = nil, function: String? = nil, expectedVersion: String? = nil,
        contentVersion: String, missingFields: [String] = [], give: String? = nil, need: String? = nil, on: String
    ) {
        self.modelID = modelID
        self.party = party
        self.function = function
        self.expectedVersion = expectedVersion
        self.contentVersion = contentVersion
        self.missingFields = missingFields
        self.give = give
        self.need = need
        self.on = on
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let model = try decision.model(modelID)
        let confirmation = try confirmation(of: spokenFor(decision), decision)
        if let expectedVersion, expectedVersion != contentVersion { throw Refusal(.contentChanged) }
        guard missingFields.isEmpty else { throw Refusal(.fieldsMissing, fields: missingFields) }
        let before = model.confirmation(of: confirmation.party)
        guard before != nil || model.confirmations.count < decision.limits.confirmationsPerModel
        else { throw Refusal(.tooManyConfirmations) }
        return before == confirmation ? [] : [ModelConfirmed(confirmation)]
    }

    private func spokenFor(_ decision: Decision) throws(Refusal) -> Party {
        guard let party = party ?? decision.actor.party else { throw Refusal(.partyMissing) }
        guard Permissions.maySpeak(decision.actor, for: party) else { throw Refusal(.notYourParty) }
        try decision.check(party)
        return party
    }

    private func confirmation(of party: Party, _ decision: Decision) throws(Refusal) -> ModelConfirmation {
        let function = function ?? decision.actor.function ?? ""
        try decision.checkText(function, "function", upTo: SessionLimits.functionBytes)
        try decision.checkText(contentVersion, "contentVersion", upTo: SessionLimits.contentVersionBytes)
        try decision.checkText(give ?? "", "give", upTo: SessionLimits.promiseBytes, required: false)
        try decision.checkText(need ?? "", "need", upTo: SessionLimits.promiseBytes, required: false)
        guard CalendarDate(on) != nil else { throw Refusal(.dateMalformed, fields: ["on"]) }
        return ModelConfirmation(
            modelId: modelID, party: party, function: function, contentVersion: contentVersion, give: give,
            need: need, on: on, participantId: decision.actor.participantID)
    }
}

/// Takes a confirmation back: as who gave it, as the unit's leader, or as somebody who leads the session.
package struct WithdrawConfirmation: ServerCommand {
    package static let kind = "withdrawConfirmation"
    /// Whose word is taken back decides, see ``Permissions/source(of:by:)``.
    package static let roles = Permissions.writing.union([.leader])
    let modelID: String
    /// Whose; nil is the sender's own.
    let party: Party?

    package init(modelID: String, party: Party?) {
        self.modelID = modelID
        self.party = party
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let (model, actor) = (try decision.model(modelID), decision.actor)
        guard let party = party ?? actor.party else { throw Refusal(.partyMissing) }
        guard let standing = model.confirmation(of: party) else { throw Refusal(.notConfirmed) }
        guard let source = Permissions.source(of: standing, by: actor) else {
            throw Refusal(actor.party == party ? .notYourConfirmation : .notYourParty)
        }
        return [
            ConfirmationWithdrawn(
                ConfirmationWithdrawal(modelId: modelID, party: party, by: source, function: actor.function))
        ]
    }
}

// MARK: Events

/// A party stands by what a model says.
package struct ModelConfirmed: ToldToAll, Carrier {
    package static let kind = "modelConfirmed"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: ModelConfirmation

    package init(_ content: ModelConfirmation) {
        self.content = content
    }

    package var modelsChanged: ModelsChanged { .one(content.modelId, keepsVersion: true) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.modelsByID[content.modelId]?.confirm(content)
    }
}

/// A party does not stand by a model any more, or an earlier word of it stands again.
package struct ConfirmationWithdrawn: ToldToAll, Carrier {
    package static let kind = "confirmationWithdrawn"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    package let content: ConfirmationWithdrawal

    package init(_ content: ConfirmationWithdrawal) {
        self.content = content
    }

    package var modelsChanged: ModelsChanged { .one(content.modelId, keepsVersion: false) }

    package func apply(to state: inout SessionState, at: Int64) {
        state.modelsByID[content.modelId]?.withdraw(content)
    }
}
