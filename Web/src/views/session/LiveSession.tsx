import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { api } from '../../net/api'
import { SessionStore } from '../../net/sessionStore'
import { LoadPage } from '../ui/LoadPage'
import { useLoad } from '../shared/useLoad'
import { useSignal } from '../shared/useSignal'
import { SessionProvider } from './SessionContext'

/** A session's connection, its week and the field definitions, for what is shown inside. */
export function LiveSession({ sessionId, children }: { sessionId: string, children: ReactNode }) {
  const [store, setStore] = useState<SessionStore | null>(null)
  useEffect(() => {
    const made = new SessionStore(sessionId)
    setStore(made)
    return () => made.close()
  }, [sessionId])
  return store === null
    ? <LoadPage error={null} onRetry={() => undefined} />
    : <Loaded store={store}>{children}</Loaded>
}

function Loaded({ store, children }: { store: SessionStore, children: ReactNode }) {
  const view = useSignal(store.changed, () => store.view)
  const weekId = view.details?.weekId
  const definitions = useLoad('fields', api.fields)
  const week =
    useLoad(`week ${weekId ?? ''}`, () => weekId === undefined ? new Promise<never>(() => undefined) : api.week(weekId))
  const phases = view.state.agenda?.phases ?? view.details?.phases
  const details = useMemo(() => view.details && phases ? { ...view.details, phases } : null, [view.details, phases])
  const access = useMemo(() => details && week.value && definitions.value
    ? { store, view, details, week: week.value, definitions: definitions.value }
    : null,
  [store, view, details, week.value, definitions.value])

  if (access === null) {
    const retry = () => { void store.reload(); week.reload(); definitions.reload() }
    return <LoadPage error={view.error ?? week.error ?? definitions.error} onRetry={retry} />
  }
  return <SessionProvider access={access}>{children}</SessionProvider>
}
