import type { Column } from '../../model/fieldDefinition'
import { textOf, type Row } from '../../model/layout'

const mostLetters = 40

/** What a row is called: the beginning of its first text, in quotation marks; null where nothing is written there. */
export function rowTitle(row: Row | undefined, columns: readonly Column[]): string | null {
  const first = columns.find(column => column.kind.kind === 'text' || column.kind.kind === 'longText')
  const text = row && first ? textOf(row.get(first.id)).trim() : ''
  if (text === '') return null
  const letters = Array.from(text)
  return `»${letters.length > mostLetters ? `${letters.slice(0, mostLetters).join('')} …` : text}«`
}
