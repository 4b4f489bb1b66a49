// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  BulkAgreement, MadeAgreements, ObjectiveReport, PlanRepositoryNamedLearning, YearView,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

/** What was learned in all plans of the municipality, by words, newest first. */
export const getWeeksWeekIdLearning = (
  weekId: string,
  query: { q?: string } = {},
): Promise<readonly PlanRepositoryNamedLearning[]> =>
  request('GET', `/weeks/${id(weekId)}/learning${asked(query)}`)

/** Every objective through the week's plans, and the years it was worked on: status and coverage. */
export const getWeeksWeekIdObjectives = (weekId: string): Promise<ObjectiveReport> =>
  request('GET', `/weeks/${id(weekId)}/objectives`)

/** A year of the plan: follow-ups by its profile, the course of its signs, what was learned. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanYear = (
  weekId: string,
  unitId: string,
  query: { year?: number } = {},
): Promise<YearView> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/year${asked(query)}`)

/** Lay the common parts into the plans of all units: period, corporate goals, rules. Twice changes nothing. */
export const postWeeksWeekIdAgreements = (weekId: string, body: BulkAgreement): Promise<MadeAgreements> =>
  request('POST', `/weeks/${id(weekId)}/agreements`, body)
