/// Writing Markdown (CommonMark with GitHub's tables) from people's text without letting the text become markup.
enum Markdown {
    private static let special: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&"]

    /// The text inside a line, every character that could start markup or HTML escaped.
    static func inline(_ text: String) -> String {
        text.escapingScalars { special.contains($0) ? "\\\($0)" : nil }
    }

    /// Escaped text at the start of a paragraph or a list item, where more characters could start markup.
    static func leading(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#+-=:".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        if !digits.isEmpty, rest.first == "." || rest.first == ")" { return digits + "\\" + rest }
        return text
    }

    /// Escaped text of a heading: number signs at its end would be taken for its closing, and at its beginning, by some
    /// readers, for more of its opening.
    static func heading(_ text: String) -> String {
        let text = text.first == "#" ? "\\" + text : text
        return text.last == "#" ? text.dropLast() + "\\#" : text
    }
}
