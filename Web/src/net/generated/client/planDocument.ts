// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  AnnualReportDocument, ExportFormat, PlanDocument,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

/** What the plan's year came to, goal by goal, in a format. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanAnnualReportFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string, year?: number } = {},
): Promise<AnnualReportDocument> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/annual-report.${id(format)}${asked(query)}`)

/** A unit's goal plan in a format, as it stands. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanFormat = (
  weekId: string,
  unitId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): Promise<PlanDocument> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan.${id(format)}${asked(query)}`)

/** A version of a unit's goal plan in a format, as it was finished. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanVersionsVersionPlanFormat = (
  weekId: string,
  unitId: string,
  version: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): Promise<PlanDocument> =>
  request(
    'GET',
    `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions/${id(version)}/plan.${id(format)}${asked(query)}`
  )
