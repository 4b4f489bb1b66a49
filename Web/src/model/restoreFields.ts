import * as Y from 'yjs'
import type { FieldDefinition } from './fieldDefinition'
import { allRows, fieldMap, fieldText, functionText, isRemoved, noneBecauseText, readRows, valuesMap } from './layout'
import { removeRow, showRow, type Removal } from './removedRows'
import { diffText } from './textDiff'

/**
 * Makes `doc` say what `before` said, as one more edit: texts change only where they differ, so that what others have
 * in hand stays in place, and everything that was there can be had back. Call inside a transaction.
 */
export function restoreFields(
  doc: Y.Doc, before: Y.Doc, fields: readonly FieldDefinition[], removal: Removal = { by: '', at: 0 }
): void {
  for (const { id, kind } of fields) {
    if (kind.kind === 'text' || kind.kind === 'longText' || kind.kind === 'textWithDate') {
      restoreText(fieldText(doc, id), fieldText(before, id).toString())
    }
    if (kind.kind === 'references') restoreMap(fieldMap(doc, id), fieldMap(before, id))
    if (kind.kind === 'rows') restoreRows(fieldMap(doc, id), fieldMap(before, id), removal)
    if (kind.kind === 'unitFunction') restoreText(functionText(doc, id), functionText(before, id).toString())
    if (kind.kind === 'rows' && kind.noneBecause) {
      restoreText(noneBecauseText(doc, id), noneBecauseText(before, id).toString())
    }
  }
  restoreMap(valuesMap(doc), valuesMap(before))
}

function restoreText(text: Y.Text, before: string): void {
  const change = diffText(text.toString(), before)
  if (change === null) return
  if (change.removed > 0) text.delete(change.index, change.removed)
  if (change.inserted !== '') text.insert(change.index, change.inserted)
}

/** Rows that came since are taken away as by a person's hand: what stands in them can be had back. */
function restoreRows(map: Y.Map<unknown>, before: Y.Map<unknown>, removal: Removal): void {
  const then = new Map(readRows(before).map(({ id, row }) => [id, row]))
  for (const { id, row } of allRows(map)) {
    if (!then.has(id) && !isRemoved(row)) removeRow(row, removal)
    else if (then.has(id) && isRemoved(row)) showRow(row)
  }
  then.forEach((row, id) => {
    const now = map.get(id)
    if (now instanceof Y.Map) restoreMap(now, row)
    else map.set(id, row.clone())
  })
}

function restoreMap(map: Y.Map<unknown>, before: Y.Map<unknown>): void {
  for (const key of [...map.keys()]) if (!before.has(key)) map.delete(key)
  before.forEach((value, key) => {
    const now = map.get(key)
    if (now instanceof Y.Text && value instanceof Y.Text) restoreText(now, value.toString())
    else if (now instanceof Y.Map && value instanceof Y.Map) restoreMap(now, value)
    else if (JSON.stringify(plain(now)) !== JSON.stringify(plain(value))) {
      map.set(key, value instanceof Y.AbstractType ? value.clone() : value)
    }
  })
}

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.toJSON() as unknown : value
}

/** The document of a version, from the update in base64; it belongs to nobody and is sent nowhere. */
export function versionDocument(state: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Uint8Array.from(atob(state), letter => letter.charCodeAt(0)))
  return doc
}
