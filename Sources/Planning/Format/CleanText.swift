/// A text of any length as others read it: what it means is kept, what would work on the reader instead is gone.
///
/// - Every kind of line end is a line feed: CR LF, CR alone, U+0085, U+2028, U+2029, vertical tab and form feed.
/// - Controls are gone, NUL first of all: no program after this one has to know what to do with them.
/// - Embeddings, overrides and isolates (U+202A–U+202E, U+2066–U+2069) are gone: letters have their direction without
///   them, and one that is not ended turns what stands behind it. The marks that Arabic and Hebrew need stay, and so do
///   the joiners of emoji and of Persian.
/// - What is drawn as nothing and joins nothing is gone: byte order marks, fillers, noncharacters.
package enum CleanText {
    /// Cleaning what is clean changes nothing, and costs one look at its bytes.
    package static func clean(_ written: String) -> String {
        guard mayHoldMore(written), written.unicodeScalars.contains(where: { isGone($0) || isLineEnd($0) }) else {
            return written
        }
        var kept = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in written.unicodeScalars {
            if isLineEnd(scalar) {
                kept.append("\n")
            } else if scalar == "\n", previous == "\r" {
                // The carriage return stands for both.
            } else if !isGone(scalar) {
                kept.append(scalar)
            }
            previous = scalar
        }
        return String(kept)
    }

    /// Whether a byte begins something that could be taken out. Danish text has none.
    private static func mayHoldMore(_ text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case 0x09, 0x0A: false
            case ..<0x20, 0x7F, 0xC2, 0xE1...0xE3, 0xEF..., 0xED: true
            default: false
            }
        }
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private static func isGone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2060...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0x180E, 0x115F, 0x1160, 0x3164, 0xFFA0: true
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

extension JSONValue {
    /// The value with every text in it clean. Members' names are left as they are.
    package var withCleanTexts: JSONValue {
        switch self {
        case .string(let text): .string(CleanText.clean(text))
        case .array(let elements): .array(elements.map(\.withCleanTexts))
        case .object(let members): .object(members.mapValues(\.withCleanTexts))
        case .null, .bool, .number: self
        }
    }

    /// The value with members of these names, at any depth, as clean lines where they are texts.
    package func withCleanLines(_ names: Set<String>) -> JSONValue {
        switch self {
        case .array(let elements): return .array(elements.map { $0.withCleanLines(names) })
        case .object(var members):
            for (name, value) in members {
                if names.contains(name), case .string(let text) = value {
                    members[name] = .string(CleanLine.clean(text))
                } else {
                    members[name] = value.withCleanLines(names)
                }
            }
            return .object(members)
        case .null, .bool, .number, .string: return self
        }
    }
}
