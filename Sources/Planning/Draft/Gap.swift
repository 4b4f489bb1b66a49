/// Something that has to be put in place before the plan can be finished.
package struct Gap: Sendable, Hashable, Codable {
    package let kind: GapKind
    package let sentence: LocalizedText
    /// What to do about it.
    package let remedy: LocalizedText
    package let place: GapPlace
}

/// The ways a plan can be unfinished. The raw value is stable: clients and follow-up lists know gaps by it.
package enum GapKind: String, Sendable, Hashable, Codable, CaseIterable {
    case leaderFunctionMissing, mandatoryObjectiveWithoutGoal
    case policyNotFourYears, policyNotInForce, policyWithoutScenario, policyWithoutVision
    case goalWithoutObjective, goalWithoutDeadline, goalDeadlinePassed, goalDeadlineTooFar
    case goalNeitherMeasurableNorNoticeable, goalWithoutSituation, goalWithoutTrialAction, goalWithoutSign
    case baselineMissing, signWithoutBaseline, signWithoutDataSource
    case trialActionWithoutPeriod, trialActionWithoutHypothesis, trialActionWithoutPreparation
    case milestoneWithoutDate, milestoneWithoutResponsible
    case unitHasNotConfirmed, confirmationBeforeChange, notExactlyOneAccountable, leaderHasNotConfirmed
    case coordinatorMissing, personalDataWithoutSharing, requiredFieldEmpty
}

/// Where a gap is: enough to link to it. Absent ids don't concern it.
package struct GapPlace: Sendable, Hashable, Codable {
    /// A JSON path in the week's interchange document.
    package let path: String
    package var unitIds: [String]?
    package var objectiveId: String?
    package var goalId: String?
    package var trialActionId: String?
    package var signId: String?
    package var milestoneId: String?
    package var modelId: String?
    package var fieldId: String?

    init(_ path: JSONPath) {
        self.path = path.description
    }
}
