import { useEffect, useState } from 'react'
import { readPeers, type Peer } from '../../model/peer'
import type { ModelDocument } from '../../net/modelDocument'

/** The others who have the model open; changes only when what is shown of them does. */
export function usePeers(document: ModelDocument | null): readonly Peer[] {
  const [peers, setPeers] = useState<readonly Peer[]>([])
  useEffect(() => {
    if (!document) return undefined
    const read = () => {
      const next = readPeers(document.awareness.getStates(), document.doc.clientID)
      setPeers(before => JSON.stringify(before) === JSON.stringify(next) ? before : next)
    }
    read()
    document.awareness.on('change', read)
    return () => document.awareness.off('change', read)
  }, [document])
  return peers
}
