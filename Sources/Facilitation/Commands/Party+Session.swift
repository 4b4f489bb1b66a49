package import Planning

/// A party as a session's events and commands name it: by two members, of which one is there.
extension Party {
    /// The unit wins when both are given; nil when neither is.
    package init?(unitId: String?, externalId: String?) {
        if let unitId {
            self = .unit(unitId)
        } else if let externalId {
            self = .external(externalId)
        } else {
            return nil
        }
    }

    /// The id of either kind.
    package var id: String {
        switch self {
        case .unit(let id), .external(let id): id
        }
    }

    /// Reads the members `unitId` and `externalId`, of which one must be there.
    ///
    /// - Throws: `DecodingError`.
    init<Key: CodingKey>(from members: KeyedDecodingContainer<Key>, unit: Key, external: Key) throws {
        let party = Party(
            unitId: try members.decodeIfPresent(String.self, forKey: unit),
            externalId: try members.decodeIfPresent(String.self, forKey: external))
        guard let party else {
            throw DecodingError.dataCorruptedError(
                forKey: unit, in: members, debugDescription: "neither a unit nor an external party")
        }
        self = party
    }
}
