/// Writes a ``JSONValue`` with sorted keys, so that equal values give equal bytes.
struct JSONWriter {
    /// Two things differ in the pretty form: line feeds with one space a level, and a space behind the colon.
    private let isPretty: Bool
    private(set) var text = ""

    init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    /// - Parameter indent: how deep the value stands; for the pretty form alone.
    mutating func write(_ value: JSONValue, indent: Int = 0) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number.literal
        case .string(let string): write(string)
        case .array(let elements): write(elements, indent: indent)
        case .object(let members): write(members, indent: indent)
        }
    }

    /// An empty array is `[]` in both forms.
    private mutating func write(_ elements: [JSONValue], indent: Int) {
        guard !elements.isEmpty else { return text += "[]" }
        text += "["
        for (index, element) in elements.enumerated() {
            separate(index, indent: indent + 1)
            write(element, indent: indent + 1)
        }
        newLine(indent)
        text += "]"
    }

    /// By the bytes of the names, which is the same order on every machine and in every language.
    private mutating func write(_ members: [String: JSONValue], indent: Int) {
        guard !members.isEmpty else { return text += "{}" }
        text += "{"
        for (index, member) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }).enumerated() {
            separate(index, indent: indent + 1)
            write(member.key)
            text += isPretty ? ": " : ":"
            write(member.value, indent: indent + 1)
        }
        newLine(indent)
        text += "}"
    }

    private mutating func separate(_ index: Int, indent: Int) {
        if index > 0 { text += "," }
        newLine(indent)
    }

    /// Nothing in the compact form, which is what is stored and sent.
    private mutating func newLine(_ indent: Int) {
        guard isPretty else { return }
        text += "\n" + String(repeating: " ", count: indent)
    }

    /// Escapes what RFC 8259 section 7 asks for, and the two line separators that JavaScript once did not allow in a
    /// string.
    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}": text += Self.escaped(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
}
