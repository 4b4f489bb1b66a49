import { useEffect, useState } from 'react'
import { readPeers, type Peer } from '../../model/peer'
import type { ModelDocument } from '../../net/modelDocument'

/** Twenty carets move more often than anybody can look. */
const showEveryMs = 80

/** The others who have the model open; changes only when what is shown of them does. */
export function usePeers(document: ModelDocument | null): readonly Peer[] {
  const [peers, setPeers] = useState<readonly Peer[]>([])
  useEffect(() => {
    if (!document) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      const next = readPeers(document.awareness.getStates(), document.doc.clientID)
      setPeers(before => JSON.stringify(before) === JSON.stringify(next) ? before : next)
    }
    read()
    const soon = () => { timer ??= setTimeout(read, showEveryMs) }
    document.awareness.on('change', soon)
    return () => {
      clearTimeout(timer)
      document.awareness.off('change', soon)
    }
  }, [document])
  return peers
}
