import type * as Y from 'yjs'
import type { Column, EntityKind, FieldDefinition } from './fieldDefinition'
import {
  fieldMap, fieldText, functionOf, listOf, noneBecauseText, readReferences, readRows, textOf, valuesMap, type Row
} from './layout'
import type { Localized } from './localized'

/** How what is not text is said: names of what is referred to, dates, yes and no, and words in one's language. */
export interface FieldSpeech {
  name: (to: EntityKind, id: string) => string
  date: (iso: string) => string
  yesNo: (value: boolean) => string
  own: (text: Localized) => string
}

/** What a field says, as paragraphs and rows that can be read aloud or compared; empty where nothing is written. */
export function fieldWords(doc: Y.Doc, { id, kind }: FieldDefinition, speech: FieldSpeech): string[] {
  const value = (part: string) => textOf(valuesMap(doc).get(part))
  switch (kind.kind) {
    case 'text': case 'longText': return lines(fieldText(doc, id).toString())
    case 'textWithDate': return [...lines(fieldText(doc, id).toString()), ...lines(speech.date(value(`${id}.date`)))]
    case 'reference': return lines(speech.name(kind.to, value(id)))
    case 'references': return readReferences(fieldMap(doc, id)).map(one => speech.name(kind.to, one)).filter(Boolean)
    case 'dateRange':
      return lines([value(`${id}.start`), value(`${id}.end`)].filter(Boolean).map(speech.date).join(' – '))
    case 'unitFunction':
      return lines([functionOf(doc, id), speech.name('unit', value(`${id}.unitId`))].filter(Boolean).join(', '))
    case 'rows': {
      const rows = readRows(fieldMap(doc, id)).map(({ row }) => rowWords(row, kind.columns, speech)).filter(Boolean)
      return rows.length === 0 && kind.noneBecause !== null ? lines(noneBecauseText(doc, id).toString()) : rows
    }
  }
}

/** A row, a line for each cell behind its column's name. */
export function rowWords(row: Row, columns: readonly Column[], speech: FieldSpeech): string {
  return columns.map(column => [speech.own(column.label), cellWords(row, column, speech)] as const)
    .filter(([, words]) => words !== '').map(([label, words]) => `${label}: ${words}`).join('\n')
}

function cellWords(row: Row, { id, kind }: Column, speech: FieldSpeech): string {
  const text = textOf(row.get(id)).replace(/\s+/g, ' ').trim()
  switch (kind.kind) {
    case 'text': case 'longText': return text
    case 'date': return speech.date(text)
    case 'boolean': {
      const value = row.get(id)
      return typeof value === 'boolean' ? speech.yesNo(value) : ''
    }
    case 'choice': {
      const choice = kind.choices.find(one => one.id === text)
      return choice === undefined ? text : speech.own(choice.label)
    }
    case 'reference': return speech.name(kind.to, text)
    case 'references': return listOf(row.get(id)).map(one => speech.name(kind.to, one)).filter(Boolean).join(', ')
    case 'party':
      return speech.name('unit', textOf(row.get('unitId'))) || speech.name('external', textOf(row.get('externalId')))
    case 'unitFunction': return [
      textOf(row.get(`${id}.function`)), speech.name('unit', textOf(row.get(`${id}.unitId`)))
    ].filter(Boolean).join(', ')
  }
}

function lines(text: string): string[] {
  return text.split('\n').map(line => line.trim()).filter(line => line !== '')
}
