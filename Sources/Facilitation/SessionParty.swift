/// One who can promise something: a unit, or a party outside the municipality's units.
package enum SessionParty: Sendable, Hashable {
    case unit(String)
    case external(String)

    /// The unit wins when both are given; nil when neither is.
    package init?(unitID: String?, externalID: String?) {
        if let unitID {
            self = .unit(unitID)
        } else if let externalID {
            self = .external(externalID)
        } else {
            return nil
        }
    }

    package var unitID: String? {
        if case .unit(let id) = self { id } else { nil }
    }

    package var externalID: String? {
        if case .external(let id) = self { id } else { nil }
    }

    /// The id of either kind.
    package var id: String {
        switch self {
        case .unit(let id), .external(let id): id
        }
    }
}
