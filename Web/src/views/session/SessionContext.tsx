import { createContext, useContext } from 'react'
import type { FieldDefinitions } from '../../model/fieldDefinition'
import type { SessionDetails } from '../../model/session'
import type { Week } from '../../model/week'
import type { SessionStore, SessionView } from '../../net/sessionStore'

export interface SessionAccess {
  /** What may be asked of the session; a rehearsal answers itself. */
  store: Pick<SessionStore, 'view' | 'command' | 'react' | 'now' | 'replaceModel' | 'reload'>
  view: SessionView
  details: SessionDetails
  week: Week
  definitions: FieldDefinitions
}

export const SessionContext = createContext<SessionAccess | null>(null)

export function useSession(): SessionAccess {
  const access = useContext(SessionContext)
  if (!access) throw new Error('useSession outside SessionFrame')
  return access
}
