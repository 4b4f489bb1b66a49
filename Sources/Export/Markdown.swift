/// Writing Markdown (CommonMark with GitHub's tables) from people's text without letting the text become markup.
enum Markdown {
    private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&"]

    /// The text inside a line, every character that could start markup or HTML escaped, on one line. Characters that
    /// turn the direction of reading around or can't be seen are left out.
    static func inline(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline || character == "\t" {
                if result.last != " " { result += " " }
            } else if special.contains(character) {
                result += "\\\(character)"
            } else if character.unicodeScalars.allSatisfy(isVisible) {
                result.append(character)
            } else {
                result.unicodeScalars.append(contentsOf: character.unicodeScalars.filter(isVisible))
            }
        }
        while result.first == " " { result.removeFirst() }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// The text at the start of a paragraph or a list item, where more characters could start markup.
    static func leading(_ text: String) -> String {
        let text = inline(text)
        guard let first = text.first else { return text }
        if "#+-=:".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        if !digits.isEmpty, rest.first == "." || rest.first == ")" { return digits + "\\" + rest }
        return text
    }

    /// The text of a heading, where number signs at the end would be taken for its closing.
    static func heading(_ text: String) -> String {
        let text = leading(text)
        return text.last == "#" ? text.dropLast() + "\\#" : text
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
        default: true
        }
    }
}
