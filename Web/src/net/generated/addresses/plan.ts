// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlan = (
  weekId: string,
  unitId: string,
  query: { profile?: string } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan${asked(query)}`
