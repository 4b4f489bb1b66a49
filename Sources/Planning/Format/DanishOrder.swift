/// The order of the Danish alphabet: … x y z æ ø å, where aa sorts as å, and case and other accents count only when
/// nothing else differs (Dansk Sprognævn, Retskrivningsordbogen § 4). Independent of the machine's locale.
package enum DanishOrder {
    /// A text with what it sorts by: whoever sorts many makes it once for each, not at every comparison.
    struct Key: Comparable {
        private let weights: [UInt32]
        private let text: String

        init(_ text: String) {
            self.text = text
            weights = DanishOrder.key(text)
        }

        /// Total: texts that read alike are ordered by their code points.
        static func < (left: Key, right: Key) -> Bool {
            if left.weights != right.weights { return left.weights.lexicographicallyPrecedes(right.weights) }
            return left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
        }
    }

    /// Total: texts that read alike are ordered by their code points.
    package static func areInIncreasingOrder(_ left: String, _ right: String) -> Bool { Key(left) < Key(right) }

    /// The key of each text is made once, and not anew at each comparison.
    package static func sorted(_ texts: [String]) -> [String] {
        texts.map { ($0, Key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// One weight per letter. Two strings with the same key differ only in case, accents or aa/å.
    static func key(_ text: String) -> [UInt32] {
        var weights: [UInt32] = []
        var previousWasA = false
        for character in text.lowercased() {
            let isA = character == "a"
            if isA && previousWasA {
                weights[weights.count - 1] = weight("å")
                previousWasA = false
            } else {
                weights.append(weight(character))
                previousWasA = isA
            }
        }
        return weights
    }

    /// The alphabet's letters in order, æ, ø and å right after z; foreign accents count as the letter under them.
    private static func weight(_ character: Character) -> UInt32 {
        // Nearly all are one byte, and then none of the letters below.
        let bytes = character.utf8
        if let byte = bytes.first, bytes.count == 1 { return byte < 0x7B ? UInt32(byte) : UInt32(byte) + 0x100 }
        switch character {
        case "æ", "ä": return 0x7B
        case "ø", "ö": return 0x7C
        case "å": return 0x7D
        case "ü": return weight("y")
        case "é", "è", "ê", "ë", "á", "à", "â", "í", "ì", "ó", "ò", "ô", "ú", "ù", "ç", "ñ":
            return weight(unaccented(character))
        default:
            let value = character.unicodeScalars.first?.value ?? 0
            // Letters outside the Danish alphabet come after å, in Unicode's order.
            return value < 0x7B ? value : value + 0x100
        }
    }

    private static func unaccented(_ character: Character) -> Character {
        switch character {
        case "é", "è", "ê", "ë": "e"
        case "á", "à", "â": "a"
        case "í", "ì": "i"
        case "ó", "ò", "ô": "o"
        case "ú", "ù": "u"
        case "ç": "c"
        default: "n"
        }
    }
}
