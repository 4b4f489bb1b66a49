/// The short set of questions about a goal, answered together before its level is chosen. The three levels are seed
/// 002's: share knowledge, coordinate efforts, work together on the same task.
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
