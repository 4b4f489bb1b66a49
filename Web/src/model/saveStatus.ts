/**
 * Why the server drops what is sent: the model is locked or may only be read (`closed`), the server cannot save, there
 * is no more room (in the model, the session, the week, or for more pages that write in it), or it came too fast.
 */
export type Refusal = 'closed' | 'cannotSave' | 'modelFull' | 'sessionFull' | 'weekFull' | 'tooManyClients' | 'tooOften'

/** The server's word for it; `closed` for those that need no words of their own. */
export function refusalOf(word: string): Refusal {
  switch (word) {
    case 'storageFailing': return 'cannotSave'
    case 'modelFull': case 'sessionFull': case 'weekFull': case 'tooManyClients': case 'tooOften': return word
    default: return 'closed'
  }
}

/** Whether the page itself tries again: nothing will be said when there is room. */
export function isTriedAgain(refusal: Refusal): boolean {
  return refusal !== 'closed' && refusal !== 'cannotSave'
}

/** Refusals that may last for ever unless somebody makes room. */
export type WantOfRoom = 'modelFull' | 'sessionFull' | 'weekFull' | 'tooManyClients'

export function isForWantOfRoom(refusal: string): refusal is WantOfRoom {
  return refusal === 'modelFull' || refusal === 'sessionFull' || refusal === 'weekFull' || refusal === 'tooManyClients'
}

/** What the page may claim about what was written; see `describeSave`. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'loading' }
  /**
   * `kept`: whether the changes are also in the browser's own storage. `unknown`: whether there are any cannot be told.
   */
  | { kind: 'offline', pending: number, kept: boolean, unknown?: true }
  | { kind: 'refused', pending: number, because: Refusal }

export interface SaveFacts {
  /** Connected, and both sides have told each other what they have. */
  synced: boolean
  /** The network is away or the connection is being made again. */
  offline: boolean
  /** Own changes that the server has not said are durable. */
  pending: number
  /** The server dropped what we sent. */
  refused: Refusal | null
  /** The browser's storage could be opened. */
  kept: boolean
  /**
   * The server has said, on this connection, that it has all that this page had: it may come from last night's backup.
   */
  told?: boolean
  /** Nothing is known of what was written before: the browser's storage could not be read. */
  unknown?: boolean
}

/** Saved is said only when everything local is durable at the server. */
export function describeSave(facts: SaveFacts): SaveStatus {
  if (facts.refused !== null && facts.pending > 0) {
    return { kind: 'refused', pending: facts.pending, because: facts.refused }
  }
  if (facts.offline) {
    const status = { kind: 'offline', pending: facts.pending, kept: facts.kept } as const
    return facts.unknown === true && facts.pending === 0 ? { ...status, unknown: true } : status
  }
  if (facts.pending > 0) return { kind: 'saving' }
  return facts.synced && facts.told !== false ? { kind: 'saved' } : { kind: 'loading' }
}
