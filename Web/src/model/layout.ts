// The document's layout: every field is a root shared type named by its id.
import * as Y from 'yjs'
import type { Column, FieldDefinition } from './fieldDefinition'
import { orderAtEnd, sortRows, type OrderedRow } from './rowOrder'

export type Row = Y.Map<unknown>

export interface RowEntry extends OrderedRow { row: Row }

export function fieldText(doc: Y.Doc, field: string): Y.Text {
  return doc.getText(field)
}

export function noneBecauseText(doc: Y.Doc, field: string): Y.Text {
  return doc.getText(`${field}.noneBecause`)
}

export function fieldMap(doc: Y.Doc, field: string): Y.Map<unknown> {
  return doc.getMap<unknown>(field)
}

export function valuesMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('values')
}

/** Root types that hold what people write, for undo. */
export function rootTypes(doc: Y.Doc, fields: readonly FieldDefinition[]): (Y.Map<unknown> | Y.Text)[] {
  const roots: (Y.Map<unknown> | Y.Text)[] = [valuesMap(doc)]
  for (const { id, kind } of fields) {
    if (kind.kind === 'text' || kind.kind === 'longText' || kind.kind === 'textWithDate') roots.push(fieldText(doc, id))
    if (kind.kind === 'references' || kind.kind === 'rows') roots.push(fieldMap(doc, id))
    if (kind.kind === 'rows' && kind.noneBecause) roots.push(noneBecauseText(doc, id))
  }
  return roots
}

/** A value that is text whether it was written as `Y.Text` or as a plain string. */
export function textOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function readRows(map: Y.Map<unknown>): RowEntry[] {
  const rows: RowEntry[] = []
  map.forEach((value, id) => {
    if (value instanceof Y.Map) rows.push({ id, order: textOf(value.get('order')), row: value })
  })
  return sortRows(rows)
}

export function readReferences(map: Y.Map<unknown>): string[] {
  const entries: OrderedRow[] = []
  map.forEach((order, id) => entries.push({ id, order: textOf(order) }))
  return sortRows(entries).map(entry => entry.id)
}

export function toggleReference(map: Y.Map<unknown>, id: string, on: boolean): void {
  if (!on) map.delete(id)
  else if (!map.has(id)) map.set(id, orderAtEnd([...map.entries()].map(([other, order]) => ({ id: other, order: textOf(order) }))))
}

/** Cells of a list: a plain array of ids; anything else reads as empty. */
export function listOf(value: unknown): string[] {
  if (value instanceof Y.Array) return value.toArray().filter((one): one is string => typeof one === 'string')
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** Keys under which a column's text cells are kept. */
function textKeys(column: Column): string[] {
  switch (column.kind.kind) {
    case 'text': case 'longText': return [column.id]
    case 'unitFunction': return [`${column.id}.function`]
    default: return []
  }
}

/**
 * Adds a row at the end with all its text cells, so that two people who write in a new row at the
 * same moment write in the same texts.
 */
export function addRow(map: Y.Map<unknown>, columns: readonly Column[], presets: Readonly<Record<string, string>> = {}): string {
  const id = newRowId()
  const row = new Y.Map<unknown>()
  row.set('order', orderAtEnd(readRows(map)))
  for (const column of columns) for (const key of textKeys(column)) row.set(key, new Y.Text(presets[key]))
  for (const [key, value] of Object.entries(presets)) if (!(row.has(key))) row.set(key, value)
  map.set(id, row)
  return id
}

/** The text of a cell, made (from what a plain string held) where it is missing. Call inside a transaction. */
export function ensureCellText(row: Row, key: string): Y.Text {
  const value = row.get(key)
  if (value instanceof Y.Text) return value
  const made = new Y.Text(textOf(value))
  row.set(key, made)
  return made
}

const idDigits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Twelve random digits; `crypto.randomUUID` is missing where the page is served without TLS. */
export function newRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return 'r-' + [...bytes].map(byte => idDigits.charAt(byte % 36)).join('')
}
