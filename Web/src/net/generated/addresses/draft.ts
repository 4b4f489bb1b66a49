// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ExportFormat, Profile,
} from '../../../model/generated/types'
import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanDraft = (
  weekId: string,
  unitId: string,
  query: { lang?: string, pdf?: string, profile?: Profile } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan-draft${asked(query)}`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanDraftFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string, profile?: Profile } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan-draft.${id(format)}${asked(query)}`
