extension Week {
    /// What a session decided about a goal: the level it is worked on at across units, or that it is best done alone,
    /// which is as good an answer (seed 002, "Monofagligt arbejde").
    package struct LevelDecision: Sendable, Hashable {
        /// What stands for "best done alone" among the levels' ids.
        package static let alone = "alone"

        package let goalId: String
        /// A level's id, or ``alone``.
        package let choice: String
        package let reason: String?

        init(_ json: JSONValue) {
            goalId = json["goalId"]?.string ?? ""
            choice = json["choice"]?.string ?? ""
            reason = presentText(json["reason"]?.string)
        }

        package var words: LocalizedText {
            Level(rawValue: choice)?.name ?? LocalizedText(da: "Bedst monofagligt", en: "Best done alone")
        }
    }
}
