import Planning

/// Where in a document everything stands. Every field is a root type named by its id, so that no two clients ever
/// create one against each other.
enum DocumentLayout {
    /// The root map of single values, keyed `field.part`.
    static let values = "values"
    /// The key of a row's position.
    static let order = "order"
    /// The entry of a row that somebody took away: `by` (a participant's id) and `at` (ms since 1970). While it is
    /// there the row is none, though what is written in it stays, and comes back when the entry goes.
    static let removed = "removed"

    /// The key of one part of a field or of a cell that has several.
    static func part(_ field: String, _ part: String) -> String {
        "\(field).\(part)"
    }

    /// The root text of "none, because …".
    static func noneBecause(_ field: String) -> String {
        part(field, "noneBecause")
    }

    /// Other names a column's cell may be found under: those of the field list that the product grew out of.
    static func aliases(_ column: String) -> [String] {
        switch column {
        case "unitId": ["unit"]
        case "externalId": ["party", "external"]
        default: []
        }
    }
}
