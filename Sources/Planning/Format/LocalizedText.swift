/// The same words in Danish and English: `{"da", "en"}` on the wire and in what is stored. The one shape for both
/// languages; what people write themselves has one language and is a `String`.
package struct LocalizedText: Sendable, Hashable, Codable {
    /// Danish, as a municipality writes it. Never empty.
    package var da: String
    /// English, as an Englishman would say it.
    package var en: String

    /// Both, always: a text without its translation does not compile.
    package init(da: String, en: String) {
        self.da = da
        self.en = en
    }

    /// The words in one of the languages.
    package func `in`(_ language: Language) -> String {
        switch language {
        case .danish: da
        case .english: en
        }
    }
}

/// The two languages the product speaks. Danish is the first.
package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case danish = "da"
    case english = "en"
}
