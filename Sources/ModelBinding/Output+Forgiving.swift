import CRDT
import Planning

/// What an entry can be used as, whichever way a client wrote it.
extension Output? {
    /// A shared text or a plain string; numbers read as text too.
    var text: String? {
        switch self {
        case .text(let text)?: text.string.bounded
        case .value(.string(let string))?: string.bounded
        case .value(.number(let number))?: Int(exactly: number).map(String.init) ?? String(number)
        default: nil
        }
    }

    var date: CalendarDate? {
        text.flatMap { CalendarDate($0) }
    }

    var bool: Bool? {
        guard case .value(.bool(let bool))? = self else { return nil }
        return bool
    }

    /// The strings of a plain or shared array; a single string counts as a list of one, a map as a set.
    var strings: [String] {
        switch self {
        case .value(.array(let elements))?:
            elements.compactMap { if case .string(let string) = $0 { string.bounded } else { nil } }
        case .array(let array)?: array.elements.compactMap { Optional($0).text }
        case .map(let map)?: map.keys.sorted()
        default: text.map { [$0] } ?? []
        }
    }

    /// A member of a plain object or a shared map.
    func member(_ key: String) -> String? {
        switch self {
        case .value(.object(let members))?: members[key].flatMap { Optional(Output.value($0)).text }
        case .map(let map)?: map[key].text
        default: nil
        }
    }
}

extension String {
    /// As much of it as an interchange document may hold in one text, so that what was read can be imported again.
    var bounded: String {
        guard utf8.count > InterchangeLimits.textBytes else { return self }
        var bytes = 0
        return String(
            prefix { character in
                bytes += character.utf8.count
                return bytes <= InterchangeLimits.textBytes
            })
    }
}
