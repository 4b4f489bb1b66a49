import { createContext, useContext } from 'react'
import type { Decision, PlanView } from '../../model/goalPlan'
import type { PlanPlace } from '../../net/api'

export interface PlanAccess {
  view: PlanView
  /** Nobody has finished it, and this person may write. */
  canWrite: boolean
  onlyOpen: boolean
  busy: boolean
  /** Changes the plan and shows what came of it. Gives whether it was done. */
  change: (run: (place: PlanPlace) => Promise<PlanView>, said: string) => Promise<boolean>
  decide: (decisions: Decision[], said: string) => Promise<boolean>
}

export const PlanContext = createContext<PlanAccess | null>(null)

export function usePlan(): PlanAccess {
  const access = useContext(PlanContext)
  if (!access) throw new Error('usePlan outside PlanPage')
  return access
}
