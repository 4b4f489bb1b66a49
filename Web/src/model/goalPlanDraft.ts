import type { Gap, GapPlace, GoalPlanDraft } from './generated/types'

export type {
  Gap as DraftGap, GoalPlanDraft, GoalPlanDraftCollaboration as DraftCollaboration,
  GoalPlanDraftConfirmation as DraftConfirmation, GoalPlanDraftExpectation as DraftExpectation,
  GoalPlanDraftFunctionInUnit as FunctionInUnit, GoalPlanDraftGoal as DraftGoal,
  GoalPlanDraftMilestone as DraftMilestone, GoalPlanDraftObjective as DraftObjective,
  GoalPlanDraftOtherField as DraftOtherField, GoalPlanDraftParticipant as NamedParty, GoalPlanDraftSign as DraftSign,
  GoalPlanDraftTrialAction as DraftTrialAction, WeekBaseline as DraftBaseline
} from './generated/types'

/** The gaps that concern one thing of the draft, to be shown beside it. */
export function gapsAt(draft: GoalPlanDraft, matches: (place: GapPlace) => boolean): Gap[] {
  return draft.gaps.filter(gap => matches(gap.place))
}
