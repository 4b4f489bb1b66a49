/// How a goal is worked on: at one of the three levels together, or best alone, which is as good an answer
/// (»Begreber til rejsen«).
package enum LevelChoice: String, Sendable, Hashable, Codable, CaseIterable {
    case knowledge, coordination, coCreation, alone
}

/// The short set of questions about a goal, answered together before its level is chosen. The three levels
/// are those of »Begreber til rejsen«: share knowledge, coordinate efforts, work together on the same task.
package struct LevelAnswers: Sendable, Hashable, Codable {
    /// Do others meet the same citizens about this?
    package var sharedCitizens: Bool
    /// Would our work be better for knowing what the others know and do?
    package var needToKnow: Bool
    /// Must the efforts fit together in time, order or place?
    package var mustFit: Bool
    /// Can the goal be reached only by solving the task together?
    package var onlyTogether: Bool
    /// Can those it takes set the time aside?
    package var hasTime: Bool

    package init(sharedCitizens: Bool, needToKnow: Bool, mustFit: Bool, onlyTogether: Bool, hasTime: Bool) {
        self.sharedCitizens = sharedCitizens
        self.needToKnow = needToKnow
        self.mustFit = mustFit
        self.onlyTogether = onlyTogether
        self.hasTime = hasTime
    }

    /// What the answers speak for: the least that is enough. Without time for it co-creation is a promise that cannot
    /// be kept, so efforts are coordinated until there is.
    package var suggestion: LevelChoice {
        guard sharedCitizens else { return .alone }
        if onlyTogether { return hasTime ? .coCreation : .coordination }
        if mustFit { return .coordination }
        return needToKnow ? .knowledge : .alone
    }
}

/// What the answers about a goal speak for: what ``LevelSuggested`` says and the state keeps.
package struct LevelSuggestion: Sendable, Hashable, Codable {
    package var goalId: String
    package var answers: LevelAnswers
    package var suggestion: LevelChoice
}

/// What was chosen for a goal, and why: what ``DecideLevel`` asks for, ``LevelDecided`` says and the state keeps.
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

// MARK: Commands

/// Answers the questions about a goal; the suggestion is worked out by the server.
package struct SuggestLevel: PageCommand {
    package static let kind = "suggestLevel"
    package static let roles = Permissions.leading
    let goalId: String
    let answers: LevelAnswers

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkGoal(goalId)
        let suggestion = LevelSuggestion(goalId: goalId, answers: answers, suggestion: answers.suggestion)
        let before = decision.state.goalLevels[goalId]?.suggestion
        return before == suggestion ? [] : [LevelSuggested(suggestion)]
    }
}

/// Chooses a goal's level. What was suggested binds nobody; the reason is what is remembered.
package struct DecideLevel: PageCommand, Carrier {
    package static let kind = "decideLevel"
    package static let roles = Permissions.leading
    package let content: LevelDecision

    package init(_ content: LevelDecision) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkGoal(content.goalId)
        try decision.checkText(content.reason, "reason", upTo: SessionLimits.noteBytes)
        let before = decision.state.goalLevels[content.goalId]?.decision
        return before == content ? [] : [LevelDecided(content)]
    }
}

extension Decision {
    fileprivate func checkGoal(_ id: String) throws(Refusal) {
        try checkText(id, "goalId", upTo: SessionLimits.idBytes)
        guard state.goalLevels[id] != nil || state.goalLevels.count < limits.goals else { throw Refusal(.tooManyGoals) }
    }
}

// MARK: Events

/// The questions about a goal were answered.
package struct LevelSuggested: ToldToAll, Carrier {
    package static let kind = "levelSuggested"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: LevelSuggestion

    package init(_ content: LevelSuggestion) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.goalLevels[content.goalId, default: GoalLevel()].suggestion = content
    }
}

/// A goal's level was chosen.
package struct LevelDecided: ToldToAll, Carrier {
    package static let kind = "levelDecided"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: LevelDecision

    package init(_ content: LevelDecision) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.goalLevels[content.goalId, default: GoalLevel()].decision = content
    }
}
