extension Level {
    /// The level's name, as it stands in a heading.
    package var name: LocalizedText {
        switch self {
        case .knowledge: .init(da: "Vidensniveau", en: "Knowledge level")
        case .coordination: .init(da: "Koordinationsniveau", en: "Coordination level")
        case .coCreation: .init(da: "Samskabelsesniveau", en: "Co-creation level")
        }
    }
}
