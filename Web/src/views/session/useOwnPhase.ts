import { useEffect, useState } from 'react'
import { useSession } from './SessionContext'

export interface OwnPhase {
  /** Of the phase that is shown to oneself. */
  index: number
  /** Whether that is where the session is, and goes along when it moves. */
  follows: boolean
  look: (id: string) => void
  follow: () => void
}

/**
 * Which point of the programme one looks at, apart from where the session is. Stays when the
 * session moves, until one follows again.
 */
export function useOwnPhase(): OwnPhase {
  const { details, view } = useSession()
  const [looked, setLooked] = useState<string | null>(null)
  const index = details.phases.findIndex(one => one.id === looked)
  const isThere = index === view.state.phase && !view.state.ended
  // Where the session comes to what one looked at, one is along again.
  useEffect(() => { if (isThere) setLooked(null) }, [isThere])
  const follows = index === -1 || isThere
  return {
    index: follows ? view.state.phase : index, follows,
    look: id => setLooked(details.phases[view.state.phase]?.id === id && !view.state.ended ? null : id),
    follow: () => setLooked(null),
  }
}
