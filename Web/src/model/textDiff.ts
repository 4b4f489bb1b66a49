/** One replaced stretch of a text, in UTF-16 units. */
export interface TextChange { index: number, removed: number, inserted: string }

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** True where cutting at `index` would take a character written with two units apart. */
function splitsPair(text: string, index: number): boolean {
  return index > 0 && index < text.length && isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index))
}

/**
 * The smallest change from `before` to `after`. `caret` is where the caret stands in `after`: in
 * a run of equal characters it tells which of them was written. Never splits a surrogate pair.
 */
export function diffText(before: string, after: string, caret: number = after.length): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let suffix = 0
  const suffixLimit = Math.min(shorter, after.length - Math.min(caret, after.length))
  while (suffix < suffixLimit
    && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) suffix++
  let prefix = 0
  while (prefix < shorter - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  // What the caret left over on the right may still be equal (text put in by a program, caret elsewhere).
  while (suffix < shorter - prefix
    && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) suffix++
  while (prefix > 0 && (splitsPair(before, prefix) || splitsPair(after, prefix))) prefix--
  while (suffix > 0 && (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix))) {
    suffix--
  }
  return {
    index: prefix, removed: before.length - prefix - suffix, inserted: after.slice(prefix, after.length - suffix)
  }
}

/** A step of a Y.Text event: what others wrote, in order. */
export interface DeltaStep { retain?: number, insert?: unknown, delete?: number }

/** Where a position of the old text is in the new; at an insertion it stays in front of it unless `after`. */
export function transformPosition(position: number, delta: readonly DeltaStep[], after = false): number {
  let old = 0
  let result = position
  for (const step of delta) {
    if (step.retain !== undefined) old += step.retain
    else if (step.delete !== undefined) {
      result -= Math.max(0, Math.min(position - old, step.delete))
      old += step.delete
    } else if (typeof step.insert === 'string') {
      if (old < position || (after && old === position)) result += step.insert.length
    }
    if (old > position) break
  }
  return result
}
