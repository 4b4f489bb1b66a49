import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { FieldDefinitions } from '../../model/fieldDefinition'
import type { SessionDetails } from '../../model/session'
import type { Week } from '../../model/week'
import type { SessionStore, SessionView } from '../../net/sessionStore'

/** What of a session stays as it is while events, names and summaries of models come. */
export interface SessionSetting {
  /** What may be asked of the session; a rehearsal answers itself. */
  store: Pick<SessionStore, 'view' | 'command' | 'react' | 'now' | 'replaceModel' | 'reload'>
  details: SessionDetails
  week: Week
  definitions: FieldDefinitions
}

export interface SessionAccess extends SessionSetting {
  view: SessionView
}

const AccessContext = createContext<SessionAccess | null>(null)
const SettingContext = createContext<SessionSetting | null>(null)

/** The session for what is shown inside. */
export function SessionProvider({ access, children }: { access: SessionAccess, children: ReactNode }) {
  const { store, details, week, definitions } = access
  const setting = useMemo(() => ({ store, details, week, definitions }), [store, details, week, definitions])
  return (
    <SettingContext.Provider value={setting}>
      <AccessContext.Provider value={access}>{children}</AccessContext.Provider>
    </SettingContext.Provider>
  )
}

/** The session with its view: what asks for it is drawn again at every event. */
export function useSession(): SessionAccess {
  const access = useContext(AccessContext)
  if (!access) throw new Error('useSession outside SessionProvider')
  return access
}

/** The session without its view, for the fields of a model: there are hundreds, and events come at every key. */
export function useSessionSetting(): SessionSetting {
  const setting = useContext(SettingContext)
  if (!setting) throw new Error('useSessionSetting outside SessionProvider')
  return setting
}
