/// Somebody says, for a unit, "now it is an agreement". The server adds what it knows of the model's content.
package struct ConfirmationRequest: Sendable, Hashable, Encodable {
    package var modelID: String
    /// For whom; nil is the sender's own unit or party.
    package var party: SessionParty?
    /// In which function; nil is the sender's own.
    package var function: String?
    /// The content version the sender read; nil when they didn't say.
    package var expectedVersion: String?
    /// The content's version now, by the server.
    package var contentVersion: String
    /// Fields required at the model's level that are still empty, by the server.
    package var missingFields: [String]
    /// What the unit gives, and what it needs.
    package var give: String?
    package var need: String?
    /// The day, `YYYY-MM-DD` in the installation's time zone.
    package var on: String

    package init(
        modelID: String, party: SessionParty? = nil, function: String? = nil, expectedVersion: String? = nil,
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

    enum CodingKeys: String, CodingKey {
        case function, contentVersion, give, need, on
        case modelID = "modelId"
        case unitID = "unitId"
        case externalID = "externalId"
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modelID, forKey: .modelID)
        try members.encodeIfPresent(party?.unitID, forKey: .unitID)
        try members.encodeIfPresent(party?.externalID, forKey: .externalID)
        try members.encodeIfPresent(function, forKey: .function)
        try members.encode(contentVersion, forKey: .contentVersion)
        try members.encodeIfPresent(give, forKey: .give)
        try members.encodeIfPresent(need, forKey: .need)
        try members.encode(on, forKey: .on)
    }
}
