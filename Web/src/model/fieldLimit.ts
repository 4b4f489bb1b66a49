/** What stands in the way of an input: how long it is, and how much the field still takes; null where it fits. */
export interface Excess { wanted: number, room: number }

/**
 * Whether an input makes the text longer than a field takes: `most`, in UTF-16 code units, as the text field and the
 * document count. `length` is the text's, `selected` how much of it the input replaces. A text that is too long already
 * may be made shorter.
 */
export function excessOf(most: number, length: number, selected: number, wanted: number): Excess | null {
  const room = Math.max(0, most - (length - selected))
  return wanted > room && wanted > selected ? { wanted, room } : null
}
