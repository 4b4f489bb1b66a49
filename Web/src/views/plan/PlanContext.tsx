import { createContext, useContext } from 'react'
import type { Decision, PlanSection, PlanView } from '../../model/goalPlan'
import type { PlanPlace } from '../../net/plans'
import type { ItemDrafts } from './useItemDrafts'

export interface PlanAccess {
  view: PlanView
  /** Nobody has finished it, and this person may write. */
  canWrite: boolean
  onlyOpen: boolean
  /** Whether a section may be written in: what is of the year is open also when the plan is finished. */
  canWriteIn: (section: PlanSection) => boolean
  busy: boolean
  /** What is being written and isn't saved. */
  writing: ItemDrafts
  /** Of a section's heading; its items' are one further down. */
  headingLevel: number
  /** Changes the plan and shows what came of it. Gives whether it was done. */
  change: (
    run: (place: PlanPlace) => Promise<PlanView>, said: string | ((view: PlanView) => string)
  ) => Promise<boolean>
  decide: (decisions: Decision[], said: string) => Promise<boolean>
}

export const PlanContext = createContext<PlanAccess | null>(null)

export function usePlan(): PlanAccess {
  const access = useContext(PlanContext)
  if (!access) throw new Error('usePlan outside PlanPage')
  return access
}
