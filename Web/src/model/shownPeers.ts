import { fieldOf, type Peer } from './peer'

/** Where somebody is, without where in the text: it stays as it is while they write. */
export type PeerPlace = Pick<Peer, 'clientId' | 'user' | 'field'>

const nobody: readonly Peer[] = []
const nowhere: readonly PeerPlace[] = []

/**
 * The others who have a model open, sorted by where they are, so that a caret that moves draws again the one text it
 * moves in and not the whole page. Every list is the same object until what it says changes, as
 * `useSyncExternalStore` wants it.
 */
export class ShownPeers {
  private byPath: ReadonlyMap<string, readonly Peer[]> = new Map()
  private byField: ReadonlyMap<string, readonly PeerPlace[]> = new Map()

  /** Everybody else, those who only read too. */
  places: readonly PeerPlace[] = nowhere

  constructor(peers: readonly Peer[] = nobody) {
    this.show(peers)
  }

  /** Those whose caret is in the text of this path: `task`, or `expectations/ROW/need`. */
  in(path: string): readonly Peer[] {
    return this.byPath.get(path) ?? nobody
  }

  /** Those who are anywhere in this field of the form. */
  at(field: string): readonly PeerPlace[] {
    return this.byField.get(field) ?? nowhere
  }

  /** Takes what the others tell now; says whether anything is to be shown otherwise. */
  show(peers: readonly Peer[]): boolean {
    const places = peers.map(({ clientId, user, field }) => ({ clientId, user, field }))
    const byPath = sorted(this.byPath, peers, peer => peer.field)
    const byField = sorted(this.byField, places, place => fieldOf(place.field))
    const same = byPath === this.byPath && byField === this.byField && isSame(this.places, places)
    if (same) return false
    this.byPath = byPath
    this.byField = byField
    if (!isSame(this.places, places)) this.places = places
    return true
  }
}

function sorted<One extends PeerPlace>(
  before: ReadonlyMap<string, readonly One[]>, all: readonly One[], key: (one: One) => string | null
): ReadonlyMap<string, readonly One[]> {
  const now = new Map<string, One[]>()
  for (const one of all) {
    const place = key(one)
    if (place !== null) now.set(place, [...now.get(place) ?? [], one])
  }
  const kept = new Map<string, readonly One[]>()
  for (const [place, here] of now) {
    const earlier = before.get(place)
    kept.set(place, earlier !== undefined && isSame(earlier, here) ? earlier : here)
  }
  const isUnchanged = kept.size === before.size && [...kept].every(([place, here]) => before.get(place) === here)
  return isUnchanged ? before : kept
}

/** Positions are what awareness brought, so what they say is compared and not which objects they are. */
function isSame(before: readonly PeerPlace[], now: readonly PeerPlace[]): boolean {
  return JSON.stringify(before) === JSON.stringify(now)
}
