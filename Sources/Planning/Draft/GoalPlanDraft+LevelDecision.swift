extension GoalPlanDraft {
    /// What a session decided about a goal: at which level, or best done alone.
    package struct LevelDecision: Sendable, Hashable, Codable {
        package let sessionId: String
        package let sessionTitle: String
        /// A level's id, or `alone`.
        package let choice: String
        package let label: LocalizedText
        package let reason: String?

        /// "Bedst monofagligt: vi møder ikke de samme borgere (skolefravær)".
        package var sentence: LocalizedText {
            let rest = (reason.map { ": \($0)" } ?? "") + " (\(sessionTitle))"
            return .init(da: label.da + rest, en: label.en + rest)
        }
    }
}
