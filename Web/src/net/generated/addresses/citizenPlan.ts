// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfWeeksWeekIdUnitsUnitIdCitizenPlan = (weekId: string, unitId: string): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/citizen-plan`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan = (weekId: string, unitId: string): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/citizen-plan`
