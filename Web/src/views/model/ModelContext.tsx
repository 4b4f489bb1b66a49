import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Level } from '../../model/level'
import type { Removal } from '../../model/removedRows'
import type { ModelSummary } from '../../model/modelSummary'
import type { ModelDocument } from '../../net/modelDocument'

/** What is said for a while; `back` where what went can be had back by one press. */
export interface Told { text: string, back: (() => void) | null }

/** What a field needs of the model it stands in; it stays as it is while people write. */
export interface ModelEditing {
  document: ModelDocument
  level: Level
  /** May write now: allowed to, and not locked. */
  canWrite: boolean
  /** Tells the others where one is; null when one leaves. */
  stand: (field: string | null, anchor?: unknown, head?: unknown) => void
  /** Says for a while what became of a row. */
  told: (what: Told) => void
  /** Who takes a row away, and when. */
  removal: () => Removal
}

export interface ModelAccess extends ModelEditing {
  summary: ModelSummary
  /** Ids of required fields that are empty. */
  missing: ReadonlySet<string>
}

const AccessContext = createContext<ModelAccess | null>(null)
const EditingContext = createContext<ModelEditing | null>(null)
const LackingContext = createContext<ReadonlySet<string>>(new Set())

/** The model for what is shown inside. */
export function ModelProvider({ access, children }: { access: ModelAccess, children: ReactNode }) {
  const { document, level, canWrite, stand, told, removal, missing } = access
  const editing = useMemo(
    () => ({ document, level, canWrite, stand, told, removal }), [document, level, canWrite, stand, told, removal])
  return (
    <EditingContext.Provider value={editing}>
      <LackingContext.Provider value={missing}>
        <AccessContext.Provider value={access}>{children}</AccessContext.Provider>
      </LackingContext.Provider>
    </EditingContext.Provider>
  )
}

/** The model with its summary: what asks for it is drawn again whenever somebody has written. */
export function useModel(): ModelAccess {
  const access = useContext(AccessContext)
  if (!access) throw new Error('useModel outside ModelProvider')
  return access
}

/** The model without its summary, for its fields and cells: there are hundreds of them. */
export function useModelEditing(): ModelEditing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useModelEditing outside ModelProvider')
  return editing
}

/** Ids of required fields that are empty. */
export function useLacking(): ReadonlySet<string> {
  return useContext(LackingContext)
}
