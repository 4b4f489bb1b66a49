import { keyBetween, keysBetween } from './fractionalIndex'

export interface OrderedRow { id: string, order: string }

/** Rows as everybody sees them: by order, and by id where two people made the same order at once. */
export function sortRows<Row extends OrderedRow>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) =>
    a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * New order strings that put `id` at `index` among the other rows. Usually one; where neighbours
 * share an order (made at the same moment by two people) all rows are numbered anew.
 */
export function moveRow(rows: readonly OrderedRow[], id: string, index: number): Map<string, string> {
  const others = sortRows(rows).filter(row => row.id !== id)
  const before = others[index - 1]?.order ?? null
  const after = others[index]?.order ?? null
  try {
    return new Map([[id, keyBetween(before, after)]])
  } catch { /* no room between the two */ }
  const all = [...others.slice(0, index).map(row => row.id), id, ...others.slice(index).map(row => row.id)]
  const keys = keysBetween(null, null, all.length)
  return new Map(all.map((one, position) => [one, keys[position] ?? keyBetween(null, null)]))
}

export function orderAtEnd(rows: readonly OrderedRow[]): string {
  return keyBetween(sortRows(rows).at(-1)?.order ?? null, null)
}
