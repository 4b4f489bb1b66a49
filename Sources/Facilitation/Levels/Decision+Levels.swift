extension Decision {
    func suggest(_ questioning: LevelQuestioning) throws(Refusal) -> [SessionEvent] {
        try checkGoal(questioning.goalId)
        let suggestion = LevelSuggestion(
            goalId: questioning.goalId, answers: questioning.answers, suggestion: questioning.answers.suggestion)
        return state.goalLevels[questioning.goalId]?.suggestion == suggestion ? [] : [.levels(.suggested(suggestion))]
    }

    /// What was suggested binds nobody; the reason is what is remembered.
    func decide(_ chosen: LevelDecision) throws(Refusal) -> [SessionEvent] {
        try checkGoal(chosen.goalId)
        try checkText(chosen.reason, "reason", upTo: SessionLimits.noteBytes)
        return state.goalLevels[chosen.goalId]?.decision == chosen ? [] : [.levels(.decided(chosen))]
    }

    private func checkGoal(_ id: String) throws(Refusal) {
        try checkText(id, "goalId", upTo: SessionLimits.idBytes)
        guard state.goalLevels[id] != nil || state.goalLevels.count < limits.goals else { throw Refusal(.tooManyGoals) }
    }
}
