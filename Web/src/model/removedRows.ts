import * as Y from 'yjs'
import type { Column } from './fieldDefinition'
import { allRows, isRemoved, removedKey, textOf, type Row, type RowEntry } from './layout'
import { isEmptyRow } from './missing'

/**
 * A row is never taken out of the document: it gets an entry that says who took it away and when. What somebody else
 * writes in it at the same moment, or wrote in it without a network, is there when the row comes back.
 */
export interface Removal {
  /** A participant's id, or the word for somebody who is none; empty where it is not known. */
  by: string
  /** ms since the epoch by the clock of who did it; 0 where it is not known. */
  at: number
}

export interface RemovedRow extends RowEntry { removal: Removal }

export function removeRow(row: Row, removal: Removal): void {
  row.set(removedKey, removal)
}

/** Puts a row back with everything that was written in it. */
export function showRow(row: Row): void {
  row.delete(removedKey)
}

/** The rows that were taken away and in which something stands, the last first. */
export function removedRows(map: Y.Map<unknown>, columns: readonly Column[]): RemovedRow[] {
  return allRows(map).filter(({ row }) => isRemoved(row) && !isEmptyRow(row, columns))
    .map(entry => ({ ...entry, removal: removalOf(entry.row) })).sort((a, b) => b.removal.at - a.removal.at)
}

function removalOf(row: Row): Removal {
  const entry = row.get(removedKey)
  const { by, at } = (typeof entry === 'object' && entry !== null ? entry : {}) as { by?: unknown, at?: unknown }
  return { by: textOf(by), at: typeof at === 'number' ? at : 0 }
}

/** Whether somebody other than `clientId` has written anything in the row that is still there. */
export function othersWroteIn(row: Row, clientId: number): boolean {
  for (const [key, item] of row._map) {
    if (key === 'order' || key === removedKey || item.deleted) continue
    const value: unknown = row.get(key)
    if (value instanceof Y.Text
      ? othersWroteText(value, clientId)
      : item.id.client !== clientId && textOf(value) !== '') return true
  }
  return false
}

function othersWroteText(text: Y.Text, clientId: number): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable && item.id.client !== clientId) return true
  }
  return false
}
