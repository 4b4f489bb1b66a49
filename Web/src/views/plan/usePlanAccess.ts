import { useState } from 'react'
import type { PlanView, ProfileId } from '../../model/goalPlan'
import { plans } from '../../net/plans'
import { Problem } from '../../net/problem'
import { useAnnounce } from '../shared/Announcer'
import { useLoad, type Loaded } from '../shared/useLoad'
import type { PlanAccess } from './PlanContext'
import { useItemDrafts } from './useItemDrafts'

export interface PlanLoading {
  loaded: Loaded<PlanView>
  failure: unknown
  /** Null until the plan is there. */
  access: PlanAccess | null
}

/** A unit's plan and what may be done with it, for the pages that show some of it. */
export function usePlanAccess(weekId: string, unitId: string, { profile, onlyOpen = false, headingLevel = 2 }: {
  profile?: ProfileId | undefined, onlyOpen?: boolean, headingLevel?: number
} = {}): PlanLoading {
  const announce = useAnnounce()
  const loaded = useLoad(`plan ${weekId} ${unitId} ${profile ?? ''}`, () => plans.plan(weekId, unitId, profile))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const writing = useItemDrafts()
  const { value: view, set, reload } = loaded
  if (view === null) return { loaded, failure, access: null }

  const change: PlanAccess['change'] = async (run, said) => {
    setBusy(true)
    setFailure(null)
    try {
      const changed = await run({
        week: weekId, unit: unitId, revision: view.plan.revision, ...(profile === undefined ? {} : { profile })
      })
      set(changed)
      announce(typeof said === 'string' ? said : said(changed))
      return true
    } catch (problem) {
      setFailure(problem)
      // What somebody else did meanwhile is shown, so that the next try is made against it.
      if (problem instanceof Problem && [409, 412].includes(problem.status)) reload()
      return false
    } finally {
      setBusy(false)
    }
  }
  const canWrite = view.mayChange && !view.plan.isFinished
  const access: PlanAccess = {
    view, onlyOpen, busy, writing, headingLevel, change, canWrite,
    canWriteIn: section => canWrite || (view.mayChange && section.isOfYear),
    decide: (decisions, said) => change(place => plans.importToPlan(place, view, decisions), said),
  }
  return { loaded, failure, access }
}
