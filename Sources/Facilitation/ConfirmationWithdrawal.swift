/// A promise taken back. Payload of the event `confirmationWithdrawn`.
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

    package var modelID: String
    package var party: SessionParty
    /// nil in what was recorded before it was told.
    package var source: Source?
    /// Who took it back, by function; names are not kept in events. nil where none is known.
    package var function: String?

    package init(modelID: String, party: SessionParty, source: Source? = nil, function: String? = nil) {
        self.modelID = modelID
        self.party = party
        self.source = source
        self.function = function
    }

    enum CodingKeys: String, CodingKey {
        case function
        case modelID = "modelId"
        case unitID = "unitId"
        case externalID = "externalId"
        case source = "by"
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            modelID: try members.decode(String.self, forKey: .modelID),
            party: try SessionParty(from: members, unit: .unitID, external: .externalID),
            // A word that a newer version writes is nobody's that is known here.
            source: try members.decodeIfPresent(String.self, forKey: .source).flatMap(Source.init),
            function: try members.decodeIfPresent(String.self, forKey: .function))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(modelID, forKey: .modelID)
        try members.encodeIfPresent(party.unitID, forKey: .unitID)
        try members.encodeIfPresent(party.externalID, forKey: .externalID)
        try members.encodeIfPresent(source, forKey: .source)
        try members.encodeIfPresent(function, forKey: .function)
    }
}
