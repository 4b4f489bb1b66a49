extension String {
    /// Without spaces and line breaks at the ends.
    package var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    package var isBlank: Bool {
        allSatisfy(\.isWhitespace)
    }

    /// With a small first letter, to stand inside a sentence. Abbreviations ("PPR") and what begins with one of the
    /// names keep theirs.
    package func insideSentence(names: [String] = []) -> String {
        guard let first, first.isUppercase, let second = dropFirst().first, !second.isUppercase,
            !names.contains(where: { !$0.isEmpty && hasPrefix($0) })
        else { return self }
        return first.lowercased() + dropFirst()
    }

    /// With a full stop, unless it already ends as a sentence does.
    package var asSentence: String {
        let text = trimmed
        guard let last = text.last else { return "" }
        return ".!?…:".contains(last) ? text : text + "."
    }

    /// Its beginning, to be repeated in a sentence to the person who wrote it.
    func abbreviated(to count: Int = 60) -> String {
        self.count <= count ? self : prefix(count) + "…"
    }
}

/// nil when there is nothing to read in it.
package func presentText(_ text: String?) -> String? {
    guard let text, !text.isBlank else { return nil }
    return text
}
