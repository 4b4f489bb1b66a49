import { createContext, useContext, type ReactNode } from 'react'
import type { Peer } from '../../model/peer'
import type { ModelDocument } from '../../net/modelDocument'
import { usePeers } from './usePeers'

export const PeersContext = createContext<readonly Peer[]>([])

/** Apart from the model's own context: carets move all the time, and most of the page is not drawn again for that. */
export function PeersProvider({ document, children }: { document: ModelDocument | null, children: ReactNode }) {
  const peers = usePeers(document)
  return <PeersContext.Provider value={peers}>{children}</PeersContext.Provider>
}

const nobody: readonly Peer[] = []

export function useAllPeers(): readonly Peer[] {
  return useContext(PeersContext)
}

/** Those whose caret is in this text; the same empty list as long as nobody is. */
export function usePeersIn(path: string): readonly Peer[] {
  const here = useContext(PeersContext).filter(peer => peer.field === path)
  return here.length === 0 ? nobody : here
}
