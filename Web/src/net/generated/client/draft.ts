// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ExportFormat, GoalPlanDraft, Profile,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

/** The draft of a unit's goal plan, in the format asked for by Accept; JSON without it. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanDraft = (
  weekId: string,
  unitId: string,
  query: { lang?: string, pdf?: string, profile?: Profile } = {},
): Promise<GoalPlanDraft> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan-draft${asked(query)}`)

/** The draft of a unit's goal plan in a format. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanDraftFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string, profile?: Profile } = {},
): Promise<GoalPlanDraft> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan-draft.${id(format)}${asked(query)}`)
