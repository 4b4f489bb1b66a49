import Foundation

/// New identifiers: 80 random bits in twenty hexadecimal digits, so that nobody meets another's by chance.
package enum NewID {
    /// From the system's generator, and never from a seed: ids are taken for unique without a look into the database.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = UInt64.random(in: .min ... .max, using: &generator)
        let low = UInt16.random(in: .min ... .max, using: &generator)
        return pad(String(high, radix: 16), to: 16) + pad(String(low, radix: 16), to: 4)
    }

    private static func pad(_ digits: String, to length: Int) -> String {
        String(repeating: "0", count: length - digits.count) + digits
    }
}

/// The code that lets people in: eight characters of Crockford's base 32, which has no I, L, O or U, so that it
/// can be read aloud and from a wall. 32⁸ ≈ 1.1 × 10¹².
package enum JoinCode {
    package static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    /// Of the code as it is stored, without what people put between its letters.
    package static let length = 8

    /// Whether it is taken the database says: a code is unique among all sessions.
    package static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    }

    /// The code as it is stored, from what a person wrote: spaces and hyphens are dropped, letters upper-cased,
    /// O read as 0, I and L as 1. `nil` when it cannot be a code.
    package static func normalize(_ written: String) -> String? {
        guard written.utf8.count <= 64 else { return nil }
        var code = ""
        for character in written.uppercased() where character != " " && character != "-" {
            switch character {
            case "O": code.append("0")
            case "I", "L": code.append("1")
            case _ where alphabet.contains(character): code.append(character)
            default: return nil
            }
        }
        return code.count == length ? code : nil
    }
}
