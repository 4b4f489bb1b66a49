extension SessionParty {
    /// Reads the members `unitId` and `externalId`, of which one must be there.
    init<Key: CodingKey>(from members: KeyedDecodingContainer<Key>, unit: Key, external: Key) throws {
        let party = SessionParty(
            unitID: try members.decodeIfPresent(String.self, forKey: unit),
            externalID: try members.decodeIfPresent(String.self, forKey: external))
        guard let party else {
            throw DecodingError.dataCorruptedError(
                forKey: unit, in: members, debugDescription: "neither a unit nor an external party")
        }
        self = party
    }
}
