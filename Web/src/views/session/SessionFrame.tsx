import { useEffect, useMemo, useState } from 'react'
import { mayFacilitate } from '../../model/session'
import { api } from '../../net/api'
import { SessionStore } from '../../net/sessionStore'
import { LoadPage } from '../app/LoadPage'
import { useLoad } from '../app/useLoad'
import { useSignal } from '../app/useSignal'
import { ModelPage } from '../model/ModelPage'
import { AttentionBanner } from '../together/AttentionBanner'
import { FacilitatorBar } from './FacilitatorBar'
import { SessionContext } from './SessionContext'
import { SessionPage } from './SessionPage'

/** Keeps the session's connection while one goes between its page and its models. */
export function SessionFrame({ sessionId, modelId }: { sessionId: string, modelId: string | null }) {
  const [store, setStore] = useState<SessionStore | null>(null)
  useEffect(() => {
    const made = new SessionStore(sessionId)
    setStore(made)
    return () => made.close()
  }, [sessionId])
  return store === null ? <LoadPage error={null} onRetry={() => undefined} /> : <LiveSession store={store} modelId={modelId} />
}

function LiveSession({ store, modelId }: { store: SessionStore, modelId: string | null }) {
  const view = useSignal(store.changed, () => store.view)
  const weekId = view.details?.weekId
  const definitions = useLoad('fields', api.fields)
  const week = useLoad(`week ${weekId ?? ''}`, () => weekId === undefined ? new Promise<never>(() => undefined) : api.week(weekId))
  const access = useMemo(() => view.details && week.value && definitions.value
    ? { store, view, details: view.details, week: week.value, definitions: definitions.value } : null,
  [store, view, week.value, definitions.value])

  if (access === null) {
    const retry = () => { void store.reload(); week.reload(); definitions.reload() }
    return <LoadPage error={view.error ?? week.error ?? definitions.error} onRetry={retry} />
  }
  return (
    <SessionContext.Provider value={access}>
      <AttentionBanner modelId={modelId} />
      {modelId === null ? <SessionPage /> : <ModelPage key={modelId} modelId={modelId} />}
      {mayFacilitate(access.details.role) && <FacilitatorBar />}
    </SessionContext.Provider>
  )
}
