// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  CitizenPlan, PlanView,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

const seen = (tag: string | number) => ({ 'If-Match': `"${tag}"` })

/** Show citizens nothing of the plan any more. */
export const deleteWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan = (
  weekId: string,
  unitId: string,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request(
    'DELETE', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/citizen-plan${asked(query)}`, undefined, seen(tag)
  )

/** What a unit's leader shows citizens of its goal plan; 404 while nothing is shown. */
export const getWeeksWeekIdUnitsUnitIdCitizenPlan = (weekId: string, unitId: string): Promise<CitizenPlan> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/citizen-plan`)

/** What citizens would read if the plan were shown to them as it stands. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan = (weekId: string, unitId: string): Promise<CitizenPlan> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/citizen-plan`)

/** Show citizens the finished plan as it stands. */
export const putWeeksWeekIdUnitsUnitIdGoalPlanCitizenPlan = (
  weekId: string,
  unitId: string,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('PUT', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/citizen-plan${asked(query)}`, undefined, seen(tag))
