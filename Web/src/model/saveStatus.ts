/** What the page may claim about what was written; see `describeSave`. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'loading' }
  /** `kept`: whether the changes are also in the browser's own storage. */
  | { kind: 'offline', pending: number, kept: boolean }
  | { kind: 'refused', pending: number }

export interface SaveFacts {
  /** Connected, and both sides have told each other what they have. */
  synced: boolean
  /** The network is away or the connection is being made again. */
  offline: boolean
  /** Own changes that the server has not said are durable. */
  pending: number
  /** The server dropped what we sent: the model is locked or may only be read. */
  refused: boolean
  /** The browser's storage could be opened. */
  kept: boolean
}

/** Saved is said only when everything local is durable at the server. */
export function describeSave(facts: SaveFacts): SaveStatus {
  if (facts.refused && facts.pending > 0) return { kind: 'refused', pending: facts.pending }
  if (facts.offline) return { kind: 'offline', pending: facts.pending, kept: facts.kept }
  if (facts.pending > 0) return { kind: 'saving' }
  return facts.synced ? { kind: 'saved' } : { kind: 'loading' }
}
