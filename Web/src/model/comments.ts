import * as Y from 'yjs'
import { newRowId } from './layout'

/**
 * A remark on a field. Kept in the document beside what people write, so that it merges and is there offline; it is
 * no part of what is agreed. Who wrote it stands as a participant's id, unit and function: names are kept elsewhere.
 */
export interface Comment {
  id: string
  field: string
  text: string
  participantId?: string
  unitId?: string
  function?: string
  /** Milliseconds since 1970. */
  at: number
  resolved: boolean
}

/** A client that is not this page may write what the document holds: nobody's page stands still for it. */
const mostShown = 10_000

export function commentsMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('comments')
}

/** Those on a field, oldest first. What is no comment, or not of this field, is passed over. */
export function commentsOn(doc: Y.Doc, field: string): Comment[] {
  const found: Comment[] = []
  commentsMap(doc).forEach((value, id) => {
    const comment = read(id, value)
    if (comment?.field === field) found.push(comment)
  })
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** Call inside a transaction. */
export function addComment(doc: Y.Doc, comment: Omit<Comment, 'id' | 'resolved'>): void {
  commentsMap(doc).set(newRowId(), { ...comment, resolved: false })
}

/** Call inside a transaction. */
export function resolveComment(doc: Y.Doc, id: string, resolved: boolean): void {
  const before = commentsMap(doc).get(id)
  if (typeof before === 'object' && before !== null) commentsMap(doc).set(id, { ...before, resolved })
}

function read(id: string, value: unknown): Comment | null {
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return null
  const { field, text, at, resolved, participantId, unitId, function: role } = value as Record<string, unknown>
  if (typeof field !== 'string' || typeof text !== 'string') return null
  return {
    id, field, text: text.slice(0, mostShown), at: typeof at === 'number' ? at : 0, resolved: resolved === true,
    ...typeof participantId === 'string' ? { participantId } : {}, ...typeof unitId === 'string' ? { unitId } : {},
    ...typeof role === 'string' ? { function: role } : {},
  }
}
