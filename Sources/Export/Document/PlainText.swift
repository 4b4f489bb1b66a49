import Planning

/// People's text as a document can hold it.
enum PlainText {
    /// On one line, without spaces at the ends.
    static func line(_ text: String) -> String {
        visible(text).trimmed
    }

    /// On one line. Left out is what cannot be seen or turns the direction of reading around (so that nothing reads
    /// otherwise than it is), and what XML 1.0 cannot hold. Line breaks and tabs become a space, several of them one.
    static func visible(_ text: String) -> String {
        // Most text is fine as it is, and comes by several times.
        guard text.unicodeScalars.contains(where: { !isVisible($0) }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if isBreak(scalar) {
                if result.last != 0x20 { result.append(0x20) }
            } else if isVisible(scalar) {
                result.append(scalar: scalar)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A tab, or what ends a line (`Character.isNewline`); none of them is visible.
    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
            false
        case 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}

extension String {
    /// With what a format could take for its own replaced. One code point at a time, as the formats' readers go: a
    /// letter of Swift's may be a quotation mark and an accent together, and no comparison would find the mark in it.
    ///
    /// Time in proportion to the text: joined as bytes, because `String.UnicodeScalarView.append(contentsOf:)` copies
    /// all that is there already.
    /// - Parameter replacement: what stands for a code point; nil where it stands for itself.
    func escapingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                result.append(contentsOf: text.utf8)
            } else {
                result.append(scalar: scalar)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Adds a code point in UTF-8.
    mutating func append(scalar: Unicode.Scalar) {
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
