import * as Y from 'yjs'
import type { Column, FieldDefinition, FieldKind } from './fieldDefinition'
import {
  fieldMap, fieldText, functionOf, listOf, noneBecauseText, readReferences, readRows, textOf, valuesMap, type Row
} from './layout'
import type { Level } from './level'

/** Ids of the fields that the level requires and that are empty: the server's rule, by `Tests/Shared/documents`. */
export function missingFields(doc: Y.Doc, fields: readonly FieldDefinition[], level: Level): string[] {
  return fields.filter(field => isRequired(doc, field, level) && isEmpty(doc, field)).map(field => field.id)
}

/** O* fields are required once any row of knowledge holds personal data. */
export function isRequired(doc: Y.Doc, field: FieldDefinition, level: Level): boolean {
  const requirement = field.requirement[level]
  return requirement === 'R' || (requirement === 'O*' && sharesPersonalData(doc))
}

export function sharesPersonalData(doc: Y.Doc): boolean {
  return readRows(fieldMap(doc, 'knowledgeItems')).some(({ row }) => row.get('personalData') === true)
}

export function isEmpty(doc: Y.Doc, field: FieldDefinition): boolean {
  const value = (part: string) => textOf(valuesMap(doc).get(part)).trim()
  const kind: FieldKind = field.kind
  switch (kind.kind) {
    case 'text': case 'longText': return blank(fieldText(doc, field.id))
    case 'textWithDate': return blank(fieldText(doc, field.id)) || value(`${field.id}.date`) === ''
    case 'reference': return value(field.id) === ''
    case 'references': return readReferences(fieldMap(doc, field.id)).length === 0
    case 'dateRange': return value(`${field.id}.start`) === '' || value(`${field.id}.end`) === ''
    case 'unitFunction': return value(`${field.id}.unitId`) === '' || functionOf(doc, field.id).trim() === ''
    case 'rows': {
      const rows = readRows(fieldMap(doc, field.id))
      const written = rows.some(({ row }) => kind.entity || holdsAnything(row, kind.columns))
      return !written && !(kind.noneBecause && !blank(noneBecauseText(doc, field.id)))
    }
  }
}

function blank(text: Y.Text): boolean {
  return text.toString().trim() === ''
}

/** Whether the server counts a row as an answer: an answer of no is one, and so is a text of nothing but spaces. */
function holdsAnything(row: Row, columns: readonly Column[]): boolean {
  return columns.some(column => cellKeys(column).some(key => {
    const value = row.get(key)
    if (typeof value === 'boolean' || listOf(value).length > 0) return true
    const text = textOf(value)
    return column.kind.kind === 'unitFunction' ? text.trim() !== '' : text !== ''
  }))
}

/** A row in which nobody wrote anything that can be read. */
export function isEmptyRow(row: Row, columns: readonly Column[]): boolean {
  return columns.every(column => cellKeys(column).every(key => {
    const value = row.get(key)
    return typeof value === 'boolean' ? !value : textOf(value).trim() === '' && listOf(value).length === 0
  }))
}

export function cellKeys(column: Column): string[] {
  switch (column.kind.kind) {
    case 'unitFunction': return [`${column.id}.unitId`, `${column.id}.function`]
    case 'party': return ['unitId', 'externalId']
    default: return [column.id]
  }
}
