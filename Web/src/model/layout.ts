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

/** The text of a field's function. Older documents hold it as a plain value: see `functionOf`. */
export function functionText(doc: Y.Doc, field: string): Y.Text {
  return doc.getText(`${field}.function`)
}

/** What a field's function says: the plain value where there is one, for whoever wrote it knew no shared text. */
export function functionOf(doc: Y.Doc, field: string): string {
  return textOf(valuesMap(doc).get(`${field}.function`)) || functionText(doc, field).toString()
}

/**
 * The shared text of a function, with what a plain value said put into it. Everybody who does this at the same moment
 * makes the same structs, by the same client id made of the content, so that it is there once. Call inside a
 * transaction.
 */
export function ensureFunctionText(doc: Y.Doc, field: string): Y.Text {
  const text = functionText(doc, field)
  const key = `${field}.function`
  const plain = textOf(valuesMap(doc).get(key))
  if (plain === '') return text
  if (text.length > 0) text.delete(0, text.length)
  const seed = new Y.Doc()
  seed.clientID = contentClient(`${key} ${plain}`)
  seed.getText(key).insert(0, plain)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed))
  valuesMap(doc).delete(key)
  return text
}

/** FNV-1a over UTF-16 units in 32 bits; never 0. */
function contentClient(content: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < content.length; index++) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash || 1
}

/** Root types that hold what people write, for undo. */
export function rootTypes(doc: Y.Doc, fields: readonly FieldDefinition[]): (Y.Map<unknown> | Y.Text)[] {
  const roots: (Y.Map<unknown> | Y.Text)[] = [valuesMap(doc)]
  for (const { id, kind } of fields) {
    if (kind.kind === 'text' || kind.kind === 'longText' || kind.kind === 'textWithDate') roots.push(fieldText(doc, id))
    if (kind.kind === 'unitFunction') roots.push(functionText(doc, id))
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

/** The rows that are there; see `removedRows.ts` for those that somebody took away. */
export function readRows(map: Y.Map<unknown>): RowEntry[] {
  return allRows(map).filter(({ row }) => !isRemoved(row))
}

export function allRows(map: Y.Map<unknown>): RowEntry[] {
  const rows: RowEntry[] = []
  map.forEach((value, id) => {
    if (value instanceof Y.Map) rows.push({ id, order: textOf(value.get('order')), row: value })
  })
  return sortRows(rows)
}

/** The entry that a row gets when it is taken away; while it is there the row is none. */
export const removedKey = 'removed'

export function isRemoved(row: Row): boolean {
  return row.get(removedKey) !== undefined
}

export function readReferences(map: Y.Map<unknown>): string[] {
  const entries: OrderedRow[] = []
  map.forEach((order, id) => entries.push({ id, order: textOf(order) }))
  return sortRows(entries).map(entry => entry.id)
}

export function toggleReference(map: Y.Map<unknown>, id: string, on: boolean): void {
  if (!on) map.delete(id)
  else if (!map.has(id)) {
    map.set(id, orderAtEnd([...map.entries()].map(([other, order]) => ({ id: other, order: textOf(order) }))))
  }
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

/** Adds a row at the end. */
export function addRow(
  map: Y.Map<unknown>, columns: readonly Column[], presets: Readonly<Record<string, string>> = {}
): string {
  const id = makeRow(map, columns, presets)
  ;(map.get(id) as Row).delete(removedKey)
  return id
}

/**
 * A row at the end with all its text cells, so that two people who write in a new row at the same moment write in the
 * same texts. It is not there before its removal is taken back: undoing that takes the row away, and nothing that
 * others wrote in it.
 */
export function makeRow(
  map: Y.Map<unknown>, columns: readonly Column[], presets: Readonly<Record<string, string>> = {}
): string {
  const id = newRowId()
  const row = new Y.Map<unknown>()
  row.set('order', orderAtEnd(readRows(map)))
  row.set(removedKey, {})
  for (const column of columns) for (const key of textKeys(column)) row.set(key, new Y.Text(presets[key]))
  for (const [key, value] of Object.entries(presets)) if (!(row.has(key))) row.set(key, value)
  map.set(id, row)
  return id
}

/**
 * The text of a cell, made (from what a plain string held) where it is missing. Call inside a transaction.
 *
 * Of two texts set under one key at once the one would go with all that was written in it. So it is written as somebody
 * else, who follows from the place alone: two who make it make the same, which merges with itself, offline too.
 */
export function ensureCellText(row: Row, key: string): Y.Text {
  const value = row.get(key)
  if (value instanceof Y.Text) return value
  const made = new Y.Text(textOf(value))
  const { doc } = row
  const maker = doc === null ? 0 : makerOf(row, key)
  // A maker who has written before would write other things under the same numbers.
  if (doc === null || doc.store.clients.has(maker)) {
    row.set(key, made)
    return made
  }
  const own = doc.clientID
  doc.clientID = maker
  try {
    row.set(key, made)
  } finally {
    doc.clientID = own
  }
  return made
}

/**
 * Who makes a cell's text: by the row, the cell, and what stood or stands there, which is what the text is made from.
 */
function makerOf(row: Row, key: string): number {
  const place = row._item?.id
  const before = row._map.get(key)?.id
  return clientOf([place?.client, place?.clock, before?.client, before?.clock, key].join('/'))
}

/** A client id of 32 bits, as Yjs has them, from a text (FNV-1a). */
function clientOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

const idDigits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Twelve random digits; `crypto.randomUUID` is missing where the page is served without TLS. */
export function newRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return 'r-' + [...bytes].map(byte => idDigits.charAt(byte % 36)).join('')
}
