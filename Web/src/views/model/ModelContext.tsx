import { createContext, useContext } from 'react'
import type { Level } from '../../model/level'
import type { Removal } from '../../model/removedRows'
import type { ModelSummary } from '../../model/modelSummary'
import type { ModelDocument } from '../../net/modelDocument'

/** What is said for a while; `back` where what went can be had back by one press. */
export interface Told { text: string, back: (() => void) | null }

export interface ModelAccess {
  document: ModelDocument
  summary: ModelSummary
  level: Level
  /** May write now: allowed to, and not locked. */
  canWrite: boolean
  /** Ids of required fields that are empty. */
  missing: ReadonlySet<string>
  /** Tells the others where one is; null when one leaves. */
  stand: (field: string | null, anchor?: unknown, head?: unknown) => void
  /** Says for a while what became of a row. */
  told: (what: Told) => void
  /** Who takes a row away, and when. */
  removal: () => Removal
}

export const ModelContext = createContext<ModelAccess | null>(null)

export function useModel(): ModelAccess {
  const access = useContext(ModelContext)
  if (!access) throw new Error('useModel outside ModelPage')
  return access
}
