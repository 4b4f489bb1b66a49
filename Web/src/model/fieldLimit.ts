/** Characters (UTF-16 code units, as the text field counts them) that one field of text takes: some fifty pages. */
export const fieldCharacters = 100_000

/** What stands in the way of an input: how long it is, and how much the field still takes; null where it fits. */
export interface Excess { wanted: number, room: number }

/**
 * Whether an input makes the text longer than a field takes. `length` is the text's, `selected` how much of it the input
 * replaces. A text that is too long already may be made shorter.
 */
export function excessOf(length: number, selected: number, wanted: number): Excess | null {
  const room = Math.max(0, fieldCharacters - (length - selected))
  return wanted > room && wanted > selected ? { wanted, room } : null
}
