import { useMemo, useRef, useState, type ReactNode } from 'react'
import { rehearsalOf, rehearsed } from '../../model/rehearsal'
import type { SessionState } from '../../model/sessionState'
import { Refused } from '../../net/sessionSocket'
import { translate } from '../../text/translate'
import { SessionProvider, useSession, type SessionAccess } from '../session/SessionContext'

/** The session for what is shown inside, walked through by one person alone: commands go no further than here. */
export function RehearsalSession({ children }: { children: ReactNode }) {
  const session = useSession()
  const [state, setState] = useState<SessionState>(() => rehearsalOf(session.view.state))
  const latest = useRef(state)
  const real = session.store
  const access = useMemo<SessionAccess>(() => {
    const view = { ...session.view, state: { ...state, agenda: session.view.state.agenda } }
    const command: SessionAccess['store']['command'] = async command => {
      const after = rehearsed(latest.current, command, real.now())
      if (after === null) {
        throw new Refused('rehearsal', translate('da', 'rehearsal.not'), translate('en', 'rehearsal.not'))
      }
      latest.current = after
      setState(after)
    }
    const store = {
      view, command, react: () => Promise.resolve(), now: () => real.now(), replaceModel: () => undefined,
      reload: () => Promise.resolve()
    }
    return { ...session, view, store }
  }, [session, state, real])
  return <SessionProvider access={access}>{children}</SessionProvider>
}
