import { createContext, useContext } from 'react'
import type { GoalPlanDraft } from '../../model/goalPlanDraft'

interface DraftAccess { draft: GoalPlanDraft, /** Show only what lacks something. */ onlyGaps: boolean }

export const DraftContext = createContext<DraftAccess | null>(null)

export function useDraft(): DraftAccess {
  const access = useContext(DraftContext)
  if (!access) throw new Error('useDraft outside DraftPage')
  return access
}
