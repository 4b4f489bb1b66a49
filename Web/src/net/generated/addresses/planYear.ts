// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdLearning = (weekId: string, query: { q?: string } = {}): string =>
  prefix + `/weeks/${id(weekId)}/learning${asked(query)}`

export const addressOfWeeksWeekIdObjectives = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}/objectives`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanYear = (
  weekId: string,
  unitId: string,
  query: { year?: number } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/year${asked(query)}`
