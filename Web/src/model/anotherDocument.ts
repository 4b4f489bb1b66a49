import * as Y from 'yjs'

/**
 * Whether the server has another document under the same id: the week was deleted and read in anew. Then nothing of
 * what the server has is known here, and merged, everything would stand there twice. `unsent`: changes that only this
 * browser has; what they began with proves nothing.
 */
export function isAnotherDocument(
  doc: Y.Doc, has: ReadonlyMap<number, number>, unsent: readonly Uint8Array[],
): boolean {
  const own = new Set(unsent.flatMap(bytes => bytes.length === 0 ? [] : [...Y.parseUpdateMeta(bytes).to.keys()]))
  const shared = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()].filter(client => !own.has(client))
  const isKnown = [...has.keys()].some(client => shared.includes(client) || own.has(client))
  return has.size > 0 && shared.length > 0 && !isKnown
}
