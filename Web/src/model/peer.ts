import * as Y from 'yjs'

export interface PeerUser { participantId: string, name: string, color: string, unitId: string }

/** Somebody else who has the model open, as their awareness tells. Everything in it is only claimed. */
export interface Peer {
  clientId: number
  user: PeerUser
  /** `task`, or `expectations/ROW/need`; null where they are only looking. */
  field: string | null
  anchor: unknown
  head: unknown
}

const text = (value: unknown, limit: number): string => typeof value === 'string' ? value.slice(0, limit) : ''

export function readPeers(states: ReadonlyMap<number, Readonly<Record<string, unknown>>>, ownClientId: number): Peer[] {
  const peers: Peer[] = []
  states.forEach((state, clientId) => {
    const user = state['user'] as Record<string, unknown> | null | undefined
    if (clientId === ownClientId || typeof user !== 'object' || user === null) return
    const cursor = state['cursor'] as Record<string, unknown> | null | undefined
    peers.push({
      clientId,
      user: {
        participantId: text(user['participantId'], 100), name: text(user['name'], 80), color: text(user['color'], 30),
        unitId: text(user['unitId'], 100)
      },
      field: text(cursor?.['field'], 200) || null, anchor: cursor?.['anchor'], head: cursor?.['head'],
    })
  })
  return peers.sort((a, b) => a.clientId - b.clientId)
}

/** The field of the form that a cursor stands in: `expectations` for `expectations/ROW/need`. */
export function fieldOf(path: string | null): string | null {
  return path === null ? null : path.split('/')[0]?.replace(/\.noneBecause$/, '') ?? null
}

/** Where a peer's position is in the text now; null when it is elsewhere or makes no sense. */
export function resolvePosition(json: unknown, type: Y.Text): number | null {
  if (json === null || json === undefined || !type.doc) return null
  try {
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : json
    const absolute = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(value), type.doc)
    return absolute !== null && absolute.type === type ? Math.min(absolute.index, type.length) : null
  } catch {
    return null
  }
}

/** A position that stays just behind what was last written there. */
export function positionIn(type: Y.Text, index: number): Y.RelativePosition {
  return Y.createRelativePositionFromTypeIndex(type, index, -1)
}
