/// Finds people's names in a text: whole words in a row, whatever their case and what stands between them.
package struct NameFinder: Sendable {
    /// The names' words, by the first of each.
    private var names: [Substring: [[Substring]]] = [:]

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

    private static func words(of text: String) -> [Substring] {
        text.lowercased().unicodeScalars.split { scalar in
            !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }.map { Substring($0) }
    }
}
