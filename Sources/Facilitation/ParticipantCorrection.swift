/// Who somebody came as, put right by those who lead. The name is kept elsewhere.
package struct ParticipantCorrection: Sendable, Hashable, Encodable {
    package var participantID: String
    package var party: SessionParty
    package var function: String

    package init(participantID: String, party: SessionParty, function: String) {
        self.participantID = participantID
        self.party = party
        self.function = function
    }

    enum CodingKeys: String, CodingKey {
        case function
        case participantID = "participantId"
        case unitID = "unitId"
        case externalID = "externalId"
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(participantID, forKey: .participantID)
        try members.encodeIfPresent(party.unitID, forKey: .unitID)
        try members.encodeIfPresent(party.externalID, forKey: .externalID)
        try members.encode(function, forKey: .function)
    }
}
