/// Who takes part in a collaboration: a unit of the municipality or somebody outside it.
package enum Party: Sendable, Hashable {
    case unit(String)
    case external(String)

    /// The id that a member object carries as `unitId` or `externalId`.
    init?(_ json: JSONValue) {
        if let id = presentText(json["unitId"]?.string) {
            self = .unit(id)
        } else if let id = presentText(json["externalId"]?.string) {
            self = .external(id)
        } else {
            return nil
        }
    }

    package var unitId: String? {
        guard case .unit(let id) = self else { return nil }
        return id
    }

    package var externalId: String? {
        guard case .external(let id) = self else { return nil }
        return id
    }
}
