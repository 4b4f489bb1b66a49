import type {
  LocalizedText as Localized, PartValue, WeekChange, WeekChangeKind as ChangeKind, WeekPartView as WeekPart,
  WeekPartViewColumn as PartColumn, WeekPartViewItem as PartItem
} from './generated/types'

export type {
  ImportPreview as WeekPreview, PartValue, WeekChange, WeekChangeKind as ChangeKind,
  WeekPartRepositoryPreview as TablePreview, WeekPartView as WeekPart, WeekPartViewColumn as PartColumn,
  WeekPartViewItem as PartItem
} from './generated/types'

/** The only item of a part that has one. */
export const singleId = 'annualSelection'

/** The changes by the part they are of, in the order they came. */
export function byPart(changes: readonly WeekChange[]): { part: string, name: Localized, changes: WeekChange[] }[] {
  const parts = new Map<string, { part: string, name: Localized, changes: WeekChange[] }>()
  for (const change of changes) {
    const found = parts.get(change.part) ?? { part: change.part, name: change.partName, changes: [] }
    found.changes.push(change)
    parts.set(change.part, found)
  }
  return [...parts.values()]
}

export const countOf = (changes: readonly WeekChange[], kind: ChangeKind): number =>
  changes.filter(change => change.kind === kind).length

/** What a form writes: only what was touched, and null for what was emptied. */
export function written(edits: Readonly<Record<string, PartValue>>): Record<string, PartValue> {
  return Object.fromEntries(Object.entries(edits).map(([member, value]) => [member, isEmpty(value) ? null : value]))
}

export function isEmpty(value: PartValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
    || (Array.isArray(value) && value.length === 0)
}

/** What an item of a list says besides its name: the first short lines of it, with names for ids. */
export function summary(
  part: WeekPart, item: PartItem, parts: readonly WeekPart[], shown: (column: PartColumn, value: PartValue) => string
): string[] {
  return part.columns.filter(column => column.kind !== 'longText' && column.kind !== 'yesNo'
    && !isEmpty(item.values[column.member]) && item.values[column.member] !== item.name)
    .map(column => shownValue(column, item.values[column.member] ?? null, parts)
      ?? shown(column, item.values[column.member] ?? null))
    .filter(text => text !== '').slice(0, 4)
}

/** A reference by its name; null for what is no reference. */
function shownValue(column: PartColumn, value: PartValue, parts: readonly WeekPart[]): string | null {
  if (column.kind === 'texts' && Array.isArray(value)) return value.join(', ')
  if (column.kind !== 'reference' && column.kind !== 'references') return null
  const ids = Array.isArray(value) ? value : [String(value)]
  const items = parts.filter(part => column.refersTo.includes(part.id)).flatMap(part => part.items)
  return ids.map(id => items.find(item => item.id === id)?.name ?? id).join(', ')
}
