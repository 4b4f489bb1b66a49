import type { PlanDecision, PlanView, Profile } from '../model/generated/types'
import type { ChosenFile } from './chosenFile'
import * as ofCitizenPlan from './generated/client/citizenPlan'
import * as ofDraft from './generated/client/draft'
import * as ofPlan from './generated/client/plan'
import * as ofPlanHistory from './generated/client/planHistory'
import * as ofPlanYear from './generated/client/planYear'

/** Which plan, and which revision of it the change was made against. */
export interface PlanPlace { week: string, unit: string, revision: number, profile?: Profile }

type Change = (...change: [...place: [week: string, unit: string], revision: number, query: { profile?: Profile }])
  => Promise<PlanView>

/** A change of a plan that says nothing but which. */
const changing = (change: Change) => ({ week, unit, revision, profile }: PlanPlace): Promise<PlanView> =>
  change(week, unit, revision, { profile })

/** Goal plans, in the page's words. */
export const plans = {
  draft: (week: string, unit: string) => ofDraft.getWeeksWeekIdUnitsUnitIdGoalPlanDraft(week, unit),
  plan: (week: string, unit: string, profile?: Profile) =>
    ofPlan.getWeeksWeekIdUnitsUnitIdGoalPlan(week, unit, { profile }),
  planYear: (week: string, unit: string) => ofPlanYear.getWeeksWeekIdUnitsUnitIdGoalPlanYear(week, unit),
  objectives: ofPlanYear.getWeeksWeekIdObjectives,
  learning: (week: string, words: string) => ofPlanYear.getWeeksWeekIdLearning(week, { q: words }),
  makeAgreements: ofPlanYear.postWeeksWeekIdAgreements,
  writePlan: (
    { week, unit, revision, profile }: PlanPlace,
    rewrite: Parameters<typeof ofPlan.patchWeeksWeekIdUnitsUnitIdGoalPlan>[2]
  ) => ofPlan.patchWeeksWeekIdUnitsUnitIdGoalPlan(week, unit, rewrite, revision, { profile }),
  importToPlan: (
    { week, unit, revision, profile }: PlanPlace, { draftVersion, draftTag }: PlanView,
    decisions: readonly PlanDecision[]
  ) => ofPlan.postWeeksWeekIdUnitsUnitIdGoalPlanImports(
    week, unit, { draftVersion, draftTag, decisions }, revision, { profile }),
  bringPlanFile: ({ week, unit, revision, profile }: PlanPlace, file: ChosenFile) =>
    ofPlan.postWeeksWeekIdUnitsUnitIdGoalPlanFile(week, unit, file.bytes, revision, file.type, { profile }),
  carryPlanOver: ({ week, unit, revision, profile }: PlanPlace, fromWeekId: string) =>
    ofPlan.postWeeksWeekIdUnitsUnitIdGoalPlanCarryOver(week, unit, { fromWeekId }, revision, { profile }),
  undoPlanChange: ({ week, unit, revision, profile }: PlanPlace, change: number) =>
    ofPlanHistory.deleteWeeksWeekIdUnitsUnitIdGoalPlanChangesRevision(
      week, unit, String(change), revision, { profile }
    ),
  finishPlan: changing(ofPlanHistory.postWeeksWeekIdUnitsUnitIdGoalPlanVersions),
  reopenPlan: changing(ofPlanHistory.postWeeksWeekIdUnitsUnitIdGoalPlanReopen),
  citizenPlan: ofCitizenPlan.getWeeksWeekIdUnitsUnitIdCitizenPlan,
  citizenPreview: ofCitizenPlan.getWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan,
  showCitizens: changing(ofCitizenPlan.putWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan),
  hideFromCitizens: changing(ofCitizenPlan.deleteWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan),
  planChanges: ofPlanHistory.getWeeksWeekIdUnitsUnitIdGoalPlanChanges,
  plansOfModel: ofPlanHistory.getModelsModelIdPlans,
}
