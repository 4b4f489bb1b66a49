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
