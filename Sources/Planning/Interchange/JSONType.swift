/// The types of JSON, as a fault names them.
enum JSONType: Sendable, Hashable {
    case null, bool, integer, number, string, array, object

    init(of value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool: .bool
            case .number: .number
            case .string: .string
            case .array: .array
            case .object: .object
            }
    }

    var name: LocalizedText {
        switch self {
        case .null: .init(da: "ingenting (null)", en: "nothing (null)")
        case .bool: .init(da: "sandt eller falsk", en: "true or false")
        case .integer: .init(da: "et helt tal", en: "a whole number")
        case .number: .init(da: "et tal", en: "a number")
        case .string: .init(da: "en tekst", en: "a text")
        case .array: .init(da: "en liste", en: "a list")
        case .object: .init(da: "et objekt", en: "an object")
        }
    }
}
