/// How closely units work together on a task: the three editions of the collaboration model (»Begreber til rejsen«,
/// "Tværfagligt arbejde"). Ordered from the loosest to the closest.
package enum Level: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Vidensniveau: the units share knowledge of what each does.
    case knowledge
    /// Koordinationsniveau: the units coordinate, and perform separately.
    case coordination
    /// Samskabelsesniveau: the units solve the same task together.
    case coCreation

    /// By how closely units work together.
    package static func < (lower: Level, higher: Level) -> Bool {
        lower.rank < higher.rank
    }

    private var rank: Int {
        switch self {
        case .knowledge: 0
        case .coordination: 1
        case .coCreation: 2
        }
    }
}

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
