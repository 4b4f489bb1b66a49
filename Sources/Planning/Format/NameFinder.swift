/// Finds people's names in a text: whole words in a row, whatever their case and what stands between them. Names are
/// deleted some time after a session, and this finds the drafts and versions that still have one.
package struct NameFinder: Sendable {
    /// The names' words, by the first of each.
    private var names: [Substring: [[Substring]]] = [:]

    /// - Parameter names: as they were written at the door; one without a letter or digit finds nothing.
    package init(_ names: some Sequence<String>) {
        for name in names {
            let words = Self.words(of: name)
            guard let first = words.first else { continue }
            self.names[first, default: []].append(words)
        }
    }

    /// Whether the text says any of the names. Takes time in proportion to the text, however many names there are.
    package func finds(in text: String) -> Bool {
        guard !names.isEmpty else { return false }
        let words = Self.words(of: text)
        return words.indices.contains { place in
            names[words[place]]?.contains { words[place...].starts(with: $0) } ?? false
        }
    }

    /// Splits at everything that is neither a letter nor a number, so that "Ærø-Hansen" is found as "Ærø Hansen" too.
    private static func words(of text: String) -> [Substring] {
        text.lowercased().unicodeScalars.split { scalar in
            !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }.map { Substring($0) }
    }
}
