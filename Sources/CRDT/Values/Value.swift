/// A plain value as JavaScript and lib0 know them.
///
/// Numbers are Doubles, as in JavaScript; integers too.
package indirect enum Value: Hashable, Sendable {
    /// In JSON nothing: members that are undefined are left out, elements are null.
    case undefined
    case null
    case bool(Bool)
    /// Every number but big integers, −0 among them.
    case number(Double)
    /// 64 bits, as lib0 writes them; JavaScript's own may be larger.
    case bigInt(Int64)
    case string(String)
    /// JavaScript's `Uint8Array`.
    case bytes([UInt8])
    case array([Value])
    case object([String: Value])
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
}

/// Values as `JSON.stringify` writes them: embeds and text attributes travel as JSON.
extension Value {
    /// Reads JSON; nil where the text is not JSON or nests deeper than ``Limits/valueNesting``.
    package init?(json: String) {
        var text = json
        let parsed = text.withUTF8 { JSONScanner.parse($0, nesting: Limits.standard.valueNesting) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// Whether a text is JSON, as strictly as `JSON.parse` takes it, nested no deeper than ``Limits/valueNesting``.
    package static func isJSON(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { JSONScanner.isValid($0, nesting: Limits.standard.valueNesting) }
    }

    /// JSON text, object keys in order.
    package var json: String {
        var text = ""
        write(into: &text)
        return text
    }

    /// By recursion: as deep as the value is nested.
    private func write(into text: inout String) {
        switch self {
        case .undefined, .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .number(let number): text += Self.json(number)
        case .bigInt(let number): text += String(number)
        case .string(let string): Self.write(string, into: &text)
        case .bytes(let bytes): Value.array(bytes.map { .number(Double($0)) }).write(into: &text)
        case .array(let elements): Self.write(elements, into: &text)
        case .object(let members): Self.write(members, into: &text)
        }
    }

    /// No point behind an integer, and `null` for what JSON has no word for.
    private static func json(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number.rounded() == number, number.magnitude < 1e15 { return String(Int64(number)) }
        return number.description
    }

    private static func write(_ elements: [Value], into text: inout String) {
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            element.write(into: &text)
        }
        text += "]"
    }

    /// As `JSON.stringify` does, members that are undefined are left out.
    private static func write(_ members: [String: Value], into text: inout String) {
        text += "{"
        var isFirst = true
        for (key, value) in members.sorted(by: { $0.key < $1.key }) where value != .undefined {
            if !isFirst { text += "," }
            isFirst = false
            write(key, into: &text)
            text += ":"
            value.write(into: &text)
        }
        text += "}"
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
