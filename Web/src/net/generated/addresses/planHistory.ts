// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfModelsModelIdPlans = (modelId: string): string =>
  prefix + `/models/${id(modelId)}/plans`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanChanges = (weekId: string, unitId: string): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/changes`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanVersions = (weekId: string, unitId: string): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanVersionsVersion = (
  weekId: string,
  unitId: string,
  version: string,
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions/${id(version)}`
