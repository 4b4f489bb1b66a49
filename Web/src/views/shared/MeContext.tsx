import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Grant, Me, SignIn } from '../../model/session'
import { entrance } from '../../net/entrance'
import { useLoad } from './useLoad'

interface Access {
  /** Null until the server has said. */
  grants: readonly Grant[] | null
  /** Where the link that one came in by is in use. */
  signIns: readonly SignIn[]
  reload: () => void
  set: (me: Me) => void
}

const Context = createContext<Access>({ grants: null, signIns: [], reload: () => undefined, set: () => undefined })

/** What this browser may do: its grants, read once and after every joining or signing in. */
export function MeProvider({ children }: { children: ReactNode }) {
  const { value, error, reload, set } = useLoad('me', entrance.me)
  const access = useMemo<Access>(() => ({
    grants: value?.grants ?? (error ? [] : null), signIns: value?.signIns ?? [], reload, set
  }), [value, error, reload, set])
  return <Context.Provider value={access}>{children}</Context.Provider>
}

export function useMe(): Access {
  return useContext(Context)
}
