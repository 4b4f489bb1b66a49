package import Storage

/// Somebody who takes part in a session, or waits at its door, as others see them.
package struct ShownPerson: Codable, Sendable {
    let id, displayName, function: String
    let unitId, externalId: String?

    package init(_ record: ParticipantRecord) {
        (id, displayName, function) = (record.id, record.displayName, record.function)
        (unitId, externalId) = (record.unitID, record.externalID)
    }
}

/// Somebody at the door, as those who lead see them.
package struct ShownKnock: Codable, Sendable {
    let knockId: String
    let person: ShownPerson

    init(_ knock: Knock) {
        knockId = knock.id
        person = ShownPerson(knock.participant)
    }
}
