/// Payload of `suggestLevel`.
package struct LevelQuestioning: Sendable, Hashable, Codable {
    package var goalId: String
    package var answers: LevelAnswers

    package init(goalId: String, answers: LevelAnswers) {
        self.goalId = goalId
        self.answers = answers
    }
}

/// Payload of `levelSuggested`.
package struct LevelSuggestion: Sendable, Hashable, Codable {
    package var goalId: String
    package var answers: LevelAnswers
    package var suggestion: LevelChoice

    package init(goalId: String, answers: LevelAnswers, suggestion: LevelChoice) {
        self.goalId = goalId
        self.answers = answers
        self.suggestion = suggestion
    }
}

/// Payload of `decideLevel` and of `levelDecided`: what was chosen, and why.
package struct LevelDecision: Sendable, Hashable, Codable {
    package var goalId: String
    package var choice: LevelChoice
    package var reason: String

    package init(goalId: String, choice: LevelChoice, reason: String) {
        self.goalId = goalId
        self.choice = choice
        self.reason = reason
    }
}

/// What a session knows of a goal's level.
package struct GoalLevel: Sendable, Hashable, Codable {
    package var suggestion: LevelSuggestion?
    package var decision: LevelDecision?
}
