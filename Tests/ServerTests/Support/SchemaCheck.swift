import Planning

/// Holds JSON against a schema in the part of JSON Schema that the interface's description uses. Stricter than the
/// standard in one thing: an object may have no member that its schema doesn't name, unless it says that it may.
struct SchemaCheck {
    private static let keywords: Set<String> = [
        "$ref", "$schema", "title", "description", "type", "properties", "required", "additionalProperties", "items",
        "enum", "const", "anyOf", "oneOf", "discriminator", "format", "minimum", "maximum", "minLength", "maxLength",
        "pattern",
    ]

    /// By name.
    let components: [String: JSONValue]
    private(set) var faults: [String] = []

    init(components: [String: JSONValue]) { self.components = components }

    /// What is wrong with a value, each with its place; nothing where it is right.
    static func faults(_ value: JSONValue, _ schema: JSONValue, _ components: [String: JSONValue]) -> [String] {
        var check = SchemaCheck(components: components)
        check.check(value, schema, "$")
        return check.faults
    }

    private mutating func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
        for keyword in schema.object?.keys.sorted() ?? [] where !Self.keywords.contains(keyword) {
            faults.append("\(path): nobody here knows the keyword \(keyword)")
        }
        if let reference = schema["$ref"]?.string {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let component = components[name] else { return faults.append("\(path): there is no \(name)") }
            return check(value, component, path)
        }
        if let constant = schema["const"], constant != value { faults.append("\(path): is not \(constant.text())") }
        if let words = schema["enum"]?.array, !words.contains(value) {
            faults.append("\(path): \(value.text()) is not one of \(words.map { $0.text() })")
        }
        checkType(value, schema, path)
        if let schemas = schema["anyOf"]?.array { checkChoice(value, schemas, path) { $0 >= 1 } }
        if let schemas = schema["oneOf"]?.array { checkChoice(value, schemas, path) { $0 == 1 } }
        if let members = value.object, schema["type"]?.string == "object" { checkMembers(members, schema, path) }
        if let elements = value.array, let items = schema["items"] {
            for (place, element) in elements.enumerated() { check(element, items, "\(path)[\(place)]") }
        }
        if let text = value.string, schema["format"]?.string == "date", CalendarDate(text) == nil {
            faults.append("\(path): \(text) is no date")
        }
    }

    private mutating func checkType(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
        guard let type = schema["type"]?.string else { return }
        let isOne =
            switch value {
            case .null: type == "null"
            case .bool: type == "boolean"
            case .number(let number): type == "number" || type == "integer" && number.int != nil
            case .string: type == "string"
            case .array: type == "array"
            case .object: type == "object"
            }
        if !isOne { faults.append("\(path): \(value.text().prefix(80)) is no \(type)") }
    }

    private mutating func checkMembers(_ members: [String: JSONValue], _ schema: JSONValue, _ path: String) {
        for name in schema["required"]?.strings ?? [] where members[name] == nil {
            faults.append("\(path): \(name) is missing")
        }
        let rest = schema["additionalProperties"]
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            if let known = schema["properties"]?[name] ?? rest.flatMap({ $0.object == nil ? nil : $0 }) {
                check(member, known, "\(path).\(name)")
            } else if rest?.bool != true {
                faults.append("\(path): nothing is said of \(name)")
            }
        }
    }

    /// - Parameter isRight: of how many of the schemas hold.
    private mutating func checkChoice(
        _ value: JSONValue, _ schemas: [JSONValue], _ path: String, _ isRight: (Int) -> Bool
    ) {
        let outcomes = schemas.map { Self.faults(value, $0, components) }
        guard !isRight(outcomes.count(where: \.isEmpty)) else { return }
        // The one that comes nearest says most.
        let nearest = outcomes.filter { !$0.isEmpty }.min { $0.count < $1.count } ?? ["more than one holds"]
        faults.append("\(path): none of \(schemas.count) holds, or too many: \(nearest.prefix(3))")
    }
}
