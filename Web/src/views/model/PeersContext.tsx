import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { readPeers, type Peer } from '../../model/peer'
import { ShownPeers, type PeerPlace } from '../../model/shownPeers'
import type { ModelDocument } from '../../net/modelDocument'
import { Signal } from '../../net/signal'

/** Twenty carets move more often than anybody can look. */
const showEveryMs = 80

interface Peers { shown: ShownPeers, changed: Signal }

export const PeersContext = createContext<Peers>({ shown: new ShownPeers(), changed: new Signal() })

/**
 * Who else has the model open, for the fields inside. The context's value stays the same: carets move all the time,
 * and each part of the page asks for those it shows and is drawn again for them alone.
 */
export function PeersProvider({ document, children }: { document: ModelDocument | null, children: ReactNode }) {
  const peers = useMemo<Peers>(() => ({ shown: new ShownPeers(), changed: new Signal() }), [])
  useEffect(() => {
    if (!document) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      if (peers.shown.show(readPeers(document.awareness.getStates(), document.doc.clientID))) peers.changed.emit()
    }
    read()
    const soon = () => { timer ??= setTimeout(read, showEveryMs) }
    document.awareness.on('change', soon)
    return () => {
      clearTimeout(timer)
      document.awareness.off('change', soon)
    }
  }, [document, peers])
  return <PeersContext.Provider value={peers}>{children}</PeersContext.Provider>
}

/** Everybody else who has the model open and where, without their carets. */
export function usePeerPlaces(): readonly PeerPlace[] {
  return usePeers(useCallback(shown => shown.places, []))
}

/** Those who are in this field of the form. */
export function usePeersAt(field: string): readonly PeerPlace[] {
  return usePeers(useCallback(shown => shown.at(field), [field]))
}

/** Those whose caret is in this text; the same empty list as long as nobody is. */
export function usePeersIn(path: string): readonly Peer[] {
  return usePeers(useCallback(shown => shown.in(path), [path]))
}

function usePeers<Value>(read: (shown: ShownPeers) => Value): Value {
  const { shown, changed } = useContext(PeersContext)
  return useSyncExternalStore(changed.subscribe, () => read(shown))
}
