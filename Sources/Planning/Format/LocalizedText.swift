/// The same words in Danish and English.
package struct LocalizedText: Sendable, Hashable, Codable {
    package var da: String
    package var en: String

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
