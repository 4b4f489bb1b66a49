/// Somebody who joined the session. Payload of the event `participantJoined`; the name lives elsewhere, so that it
/// can be deleted while the events stay.
package struct SessionParticipant: Sendable, Hashable, Codable {
    package var participantID: String
    package var unitID: String?
    package var externalID: String?
    package var function: String
    package var role: Role

    package init(
        participantID: String, unitID: String? = nil, externalID: String? = nil, function: String, role: Role
    ) {
        self.participantID = participantID
        self.unitID = unitID
        self.externalID = externalID
        self.function = function
        self.role = role
    }

    /// Whom they speak for; nil for somebody who looks on.
    package var party: SessionParty? { SessionParty(unitID: unitID, externalID: externalID) }

    enum CodingKeys: String, CodingKey {
        case function, role
        case participantID = "participantId"
        case unitID = "unitId"
        case externalID = "externalId"
    }
}
