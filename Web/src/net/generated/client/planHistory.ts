// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  FinishedVersion, GoalPlan, PlanChange, PlanOfModel, PlanView,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

const seen = (tag: string | number) => ({ 'If-Match': `"${tag}"` })

/** Take a whole change back, such as an import, as far as nobody built on it. */
export const deleteWeeksWeekIdUnitsUnitIdGoalPlanChangesRevision = (
  weekId: string,
  unitId: string,
  revision: string,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request(
    'DELETE',
    `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/changes/${id(revision)}${asked(query)}`,
    undefined,
    seen(tag)
  )

/** The goal plans that hold something of a model, of those that the caller may read. */
export const getModelsModelIdPlans = (modelId: string): Promise<readonly PlanOfModel[]> =>
  request('GET', `/models/${id(modelId)}/plans`)

/** Everything that was done to the plan, newest first. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanChanges = (
  weekId: string,
  unitId: string,
): Promise<readonly PlanChange[]> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/changes`)

/** The versions that were finished, newest first. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanVersions = (
  weekId: string,
  unitId: string,
): Promise<readonly FinishedVersion[]> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions`)

/** The plan as a version froze it. */
export const getWeeksWeekIdUnitsUnitIdGoalPlanVersionsVersion = (
  weekId: string,
  unitId: string,
  version: string,
): Promise<GoalPlan> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions/${id(version)}`)

/** Open a new version of a finished plan. */
export const postWeeksWeekIdUnitsUnitIdGoalPlanReopen = (
  weekId: string,
  unitId: string,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('POST', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/reopen${asked(query)}`, undefined, seen(tag))

/** Finish the plan: freezes a version, if nobody changed it since it was read. */
export const postWeeksWeekIdUnitsUnitIdGoalPlanVersions = (
  weekId: string,
  unitId: string,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('POST', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/versions${asked(query)}`, undefined, seen(tag))
