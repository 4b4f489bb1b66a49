import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSession } from '../session/SessionContext'
import type { ModelAccess } from './ModelContext'
import { useMissing } from './useMissing'
import { useModelDocument } from './useModelDocument'

/** A model's document while a page shows it, what is decided about it, and what was last taken away in it. */
export function useModelAccess(modelId: string) {
  const session = useSession()
  const { view, definitions } = session
  const document = useModelDocument(modelId, session)
  const summary = view.models.find(one => one.id === modelId)
  const level = summary?.level ?? 'knowledge'
  const missing = useMissing(document, definitions.fields, level)
  const [removal, setRemoval] = useState<string | null>(null)
  const canWrite = summary !== undefined && summary.canWrite && !summary.locked && !view.state.ended
  const stand = useCallback((field: string | null, anchor?: unknown, head?: unknown) => {
    document?.awareness.setLocalStateField('cursor', field === null ? null : { field, anchor: anchor ?? null, head: head ?? null })
  }, [document])
  const access = useMemo<ModelAccess | null>(() => document && summary ? {
    document, summary, level, canWrite, stand, removed: setRemoval,
    missing: new Set(missing ?? []),
  } : null, [document, summary, level, canWrite, stand, missing])
  // Written while locked, then unlocked: the server is told again what it dropped.
  useEffect(() => { document?.setWritable(canWrite) }, [canWrite, document])
  return { document, summary, access, canWrite, removal, setRemoval }
}
