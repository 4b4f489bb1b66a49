/// A unit's or party's promise, as recorded. Payload of the event `modelConfirmed`.
package struct ModelConfirmation: Sendable, Hashable, Codable {
    package var modelID: String
    package var party: SessionParty
    /// Who spoke, by function; names are not kept in events.
    package var function: String
    /// What was agreed to; nil in what was imported without one.
    package var contentVersion: String?
    package var give: String?
    package var need: String?
    /// `YYYY-MM-DD`.
    package var on: String
    /// The participant who said it; nil when a facilitator did on the unit's behalf without having joined.
    package var participantID: String?
    /// Whether the participant has been found to be of another party since. Folded; not in the event.
    package private(set) var isFromCorrectedSeat = false

    package init(
        modelID: String, party: SessionParty, function: String, contentVersion: String?, give: String? = nil,
        need: String? = nil, on: String, participantID: String? = nil
    ) {
        self.modelID = modelID
        self.party = party
        self.function = function
        self.contentVersion = contentVersion
        self.give = give
        self.need = need
        self.on = on
        self.participantID = participantID
    }

    mutating func correct(_ before: SessionParticipant, to now: SessionParticipant) {
        guard participantID == before.participantID else { return }
        if function == before.function { function = now.function }
        guard before.party == party || isFromCorrectedSeat else { return }
        isFromCorrectedSeat = now.party != party
    }

    enum CodingKeys: String, CodingKey {
        case function, contentVersion, give, need, on
        case modelID = "modelId"
        case unitID = "unitId"
        case externalID = "externalId"
        case participantID = "participantId"
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelID: try members.decode(String.self, forKey: .modelID),
            party: try SessionParty(from: members, unit: .unitID, external: .externalID),
            function: try members.decode(String.self, forKey: .function),
            contentVersion: try members.decodeIfPresent(String.self, forKey: .contentVersion),
            give: try members.decodeIfPresent(String.self, forKey: .give),
            need: try members.decodeIfPresent(String.self, forKey: .need),
            on: try members.decode(String.self, forKey: .on),
            participantID: try members.decodeIfPresent(String.self, forKey: .participantID))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modelID, forKey: .modelID)
        try members.encodeIfPresent(party.unitID, forKey: .unitID)
        try members.encodeIfPresent(party.externalID, forKey: .externalID)
        try members.encode(function, forKey: .function)
        try members.encodeIfPresent(contentVersion, forKey: .contentVersion)
        try members.encodeIfPresent(give, forKey: .give)
        try members.encodeIfPresent(need, forKey: .need)
        try members.encode(on, forKey: .on)
        try members.encodeIfPresent(participantID, forKey: .participantID)
    }
}
