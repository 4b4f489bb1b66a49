import type * as Y from 'yjs'
import type { FieldDefinition } from './fieldDefinition'
import { fieldMap, fieldText, functionText, noneBecauseText, readRows, valuesMap } from './layout'

/** What each field says, as one text that is equal when the content is. */
export function fieldStates(doc: Y.Doc, fields: readonly FieldDefinition[]): ReadonlyMap<string, string> {
  const values = [...valuesMap(doc).entries()]
  return new Map(fields.map(({ id, kind }) => {
    const own = values.filter(([key]) => key === id || key.startsWith(`${id}.`)).sort(([a], [b]) => a < b ? -1 : 1)
    const text = kind.kind === 'text' || kind.kind === 'longText' || kind.kind === 'textWithDate'
      ? fieldText(doc, id).toString()
      : ''
    const rows = kind.kind === 'rows'
      ? readRows(fieldMap(doc, id)).map(({ id: row, row: cells }) => [row, cells.toJSON()] as const)
      : []
    const map = kind.kind === 'references'
      ? sorted(fieldMap(doc, id).toJSON())
      : kind.kind === 'rows' ? sorted(Object.fromEntries(rows)) : null
    const duty = kind.kind === 'unitFunction' ? functionText(doc, id).toString() : ''
    const none = kind.kind === 'rows' && kind.noneBecause ? noneBecauseText(doc, id).toString() : ''
    return [id, JSON.stringify([own, text, map, none, duty])]
  }))
}

/** The fields that say something else now, in the fields' order. */
export function changedFields(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...now].filter(([id, state]) => before.get(id) !== state).map(([id]) => id)
}

/** The order in which keys came in is nobody's change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, one]) => [key, sorted(one)])
}
