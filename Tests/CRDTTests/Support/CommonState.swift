import CRDT

/// A document as far as all three implementations can tell it in the same words: without attributes and embeds, and
/// without what Python has no word for. The full comparison is that of ``DocumentState``, with what Yrs encodes.
enum CommonState {
    static func of(_ state: [String: Value]) -> [String: Value] {
        guard case .object(let content)? = state["content"] else { return [:] }
        return content.filter { $0.key != "x" }.mapValues(common)
    }

    private static func common(_ value: Value) -> Value {
        switch value {
        case .object(let members): members.isEmpty ? value : common(members)
        case .array(let elements): .array(elements.map(common))
        default: value
        }
    }

    private static func common(_ members: [String: Value]) -> Value {
        if case .array(let runs)? = members["$text"] { return .string(runs.map(text).joined()) }
        if case .array(let elements)? = members["$array"] { return .array(elements.map(common)) }
        if case .array(let bytes)? = members["$bytes"] { return .array(bytes) }
        if case .string(let digits)? = members["$big"] { return .number(Double(digits) ?? .nan) }
        if case .array(let entries)? = members["$map"] { return .object(Dictionary(entries.compactMap(entry)) { $1 }) }
        if members.keys.contains(where: { $0.hasPrefix("$") }) { return .null }
        return .object(members.mapValues(common))
    }

    private static func text(_ run: Value) -> String {
        if case .array(let parts) = run, case .string(let text)? = parts.first { text } else { "" }
    }

    private static func entry(_ entry: Value) -> (String, Value)? {
        guard case .array(let parts) = entry, parts.count == 2, case .string(let key) = parts[0] else { return nil }
        return (key, common(parts[1]))
    }
}
