// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  CarryOverBody, PlanFile, PlanImportBody, PlanRewrite, PlanView,
} from '../../../model/generated/types'
import { request, type Bytes } from '../../rest'
import { asked, id } from '../address'

const seen = (tag: string | number) => ({ 'If-Match': `"${tag}"` })

/** A unit's goal plan, with what the draft offers and what remains. */
export const getWeeksWeekIdUnitsUnitIdGoalPlan = (
  weekId: string,
  unitId: string,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('GET', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan${asked(query)}`)

/** Write in the plan; If-Match says which revision was read. */
export const patchWeeksWeekIdUnitsUnitIdGoalPlan = (
  weekId: string,
  unitId: string,
  body: PlanRewrite,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('PATCH', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan${asked(query)}`, body, seen(tag))

/** Carry on what spans from an earlier week's plan. */
export const postWeeksWeekIdUnitsUnitIdGoalPlanCarryOver = (
  weekId: string,
  unitId: string,
  body: CarryOverBody,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('POST', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/carry-over${asked(query)}`, body, seen(tag))

/** Bring lines of the plan in from JSON, or a table as text/csv; nothing is written over. */
export const postWeeksWeekIdUnitsUnitIdGoalPlanFile = (
  weekId: string,
  unitId: string,
  body: PlanFile | Bytes,
  tag: string | number,
  type = 'application/json',
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request(
    'POST',
    `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/file${asked(query)}`,
    body,
    { ...seen(tag), 'Content-Type': type }
  )

/** Take, keep or keep both of what a version of the draft offers. */
export const postWeeksWeekIdUnitsUnitIdGoalPlanImports = (
  weekId: string,
  unitId: string,
  body: PlanImportBody,
  tag: string | number,
  query: { profile?: string } = {},
): Promise<PlanView> =>
  request('POST', `/weeks/${id(weekId)}/units/${id(unitId)}/goal-plan/imports${asked(query)}`, body, seen(tag))
