import { createContext, useContext } from 'react'
import type { Peer } from '../../model/peer'

/** Apart from the model's own context: carets move all the time, and most of the page does not care. */
export const PeersContext = createContext<readonly Peer[]>([])

const nobody: readonly Peer[] = []

export function useAllPeers(): readonly Peer[] {
  return useContext(PeersContext)
}

/** Those whose caret is in this text; the same empty list as long as nobody is. */
export function usePeersIn(path: string): readonly Peer[] {
  const here = useContext(PeersContext).filter(peer => peer.field === path)
  return here.length === 0 ? nobody : here
}
