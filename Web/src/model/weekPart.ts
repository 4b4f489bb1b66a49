import type { Localized } from './localized'

export type PartValue = string | number | boolean | string[] | null

/** A field of a form and a column of a table: the server says which there are. */
export interface PartColumn {
  member: string
  label: Localized
  kind: 'text' | 'longText' | 'date' | 'yesNo' | 'number' | 'texts' | 'reference' | 'references'
  /** The parts whose items it may refer to. */
  refersTo: string[]
  isRequired: boolean
}

export interface PartItem {
  id: string
  name: string
  /** What it said when it was read. */
  tag: string
  values: Record<string, PartValue>
  isWrittenInModel: boolean
}

/** One kind of what a week is made from. */
export interface WeekPart {
  id: string
  name: Localized
  /** The week has one, not a list. */
  isSingle: boolean
  columns: PartColumn[]
  items: PartItem[]
}

/** The only item of a part that has one. */
export const singleId = 'annualSelection'

export type ChangeKind = 'created' | 'changed' | 'unchanged'

/** What bringing something in does to one item. */
export interface WeekChange {
  part: string
  partName: Localized
  id: string
  name: string
  kind: ChangeKind
  fields: { label: Localized, before: string, after: string }[]
  file?: string
  row?: number
}

/** `notes`: what to look at because of how the files were read. */
export interface TablePreview { tag: string, changes: WeekChange[], notes: Localized[] }

export interface WeekPreview { weekId: string, title: string, changes: WeekChange[], notes: Localized[] }

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
