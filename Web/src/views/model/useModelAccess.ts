import { useCallback, useEffect, useMemo, useState } from 'react'
import { mayWork } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useSession } from '../session/SessionContext'
import type { ModelAccess, Told } from './ModelContext'
import { useMissing } from './useMissing'
import { useModelDocument } from './useModelDocument'

/** A model's document while a page shows it, what is decided about it, and what was last taken away in it. */
export function useModelAccess(modelId: string) {
  const { t } = useWords()
  const session = useSession()
  const { view, definitions } = session
  const me = session.details.me.participantId ?? session.details.role
  const document = useModelDocument(modelId, session)
  const summary = view.models.find(one => one.id === modelId)
  const level = summary?.level ?? 'knowledge'
  const missing = useMissing(document, definitions.fields, level)
  const [told, setTold] = useState<Told | null>(null)
  const canWrite = summary !== undefined && mayWork(session.details.role) && !summary.locked && !view.state.ended
  const stand = useCallback((field: string | null, anchor?: unknown, head?: unknown) => {
    document?.awareness.setLocalStateField('cursor', field === null
      ? null
      : { field, anchor: anchor ?? null, head: head ?? null })
  }, [document])
  const { store } = session
  const removal = useCallback(() => ({ by: me, at: store.now() }), [me, store])
  const lacking = useMemo(() => new Set(missing ?? []), [missing])
  const access = useMemo<ModelAccess | null>(() => document && summary ? {
    document, summary, level, canWrite, stand, told: setTold, removal, missing: lacking,
  } : null, [document, summary, level, canWrite, stand, removal, lacking])
  // Written while locked, then unlocked: the server is told again what it dropped.
  useEffect(() => { document?.setWritable(canWrite) }, [canWrite, document])
  // Words that others wrote are not undone with what one made oneself.
  useEffect(() => {
    if (!document) return undefined
    let known = document.spared
    return document.changed.subscribe(() => {
      if (document.spared > known) setTold({ text: t('rows.spared'), back: null })
      known = document.spared
    })
  }, [document, t])
  return { document, summary, access, canWrite, told, setTold }
}
