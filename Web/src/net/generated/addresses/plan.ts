// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  Profile,
} from '../../../model/generated/types'
import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlan = (
  weekId: string,
  unitId: string,
  query: { profile?: Profile } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan${asked(query)}`
