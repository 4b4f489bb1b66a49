// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ExportFormat,
} from '../../../model/generated/types'
import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanAnnualReportFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string, year?: number } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/annual-report.${id(format)}${asked(query)}`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan.${id(format)}${asked(query)}`

export const addressOfWeeksWeekIdUnitsUnitIdGoalPlanVersionsVersionPlanFormat = (
  weekId: string,
  unitId: string,
  version: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): string =>
  prefix
    + `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions/${id(version)}/plan.${id(format)}${asked(query)}`
