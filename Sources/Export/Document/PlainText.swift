import Planning

/// People's text as a document can hold it.
enum PlainText {
    /// On one line, without spaces at the ends.
    static func line(_ text: String) -> String {
        visible(text).trimmed
    }

    /// On one line. Left out is what cannot be seen or turns the direction of reading around (so that nothing reads
    /// otherwise than it is), and what XML 1.0 cannot hold.
    static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for character in text {
            if character.isNewline || character == "\t" {
                if result.last != " " { result.append(" ") }
            } else {
                result.append(contentsOf: character.unicodeScalars.filter(isVisible))
            }
        }
        return String(result)
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
