// Order strings of rows: digits in base 62, compared as text. A row is moved by
// giving it a string between its new neighbours'; no other row is touched.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length

/** The digit's value; characters outside the alphabet (another program's keys) count as the nearest digit below. */
function valueOf(character: string | undefined): number {
  if (character === undefined) return 0
  const exact = digits.indexOf(character)
  if (exact >= 0) return exact
  let value = 0
  while (value + 1 < base && digits.charAt(value + 1) < character) value++
  return value
}

/**
 * A key strictly between `before` and `after` as text (null: no bound). Never ends in '0',
 * so that there is always room below it. Throws RangeError where there is no room: the bounds are
 * equal or in the wrong order, or another program wrote them with characters that are no digits.
 */
export function keyBetween(before: string | null, after: string | null): string {
  const between = (key: string) => (before === null || before < key) && (after === null || key < after)
  if (before === null || after === null || before < after) {
    const key = keyByDigits(before, after)
    if (between(key)) return key
    const longer = `${before ?? ''}V`
    if (between(longer)) return longer
  }
  throw new RangeError(`no key between ${before} and ${after}`)
}

function keyByDigits(before: string | null, after: string | null): string {
  if (before === null && after === null) return 'V1'
  if (before !== null && after === null) return successor(before)
  if (before === null && after !== null) return predecessor(after) ?? midpoint('', after)
  return midpoint(before ?? '', after ?? '')
}

/** Keys for `count` new rows in order between two bounds. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  const keys: string[] = []
  let last = before
  for (let index = 0; index < count; index++) {
    last = keyBetween(last, after)
    keys.push(last)
  }
  return keys
}

/** Appending counts up in the first two digits, so that keys stay short however many rows come. */
function successor(key: string): string {
  const number = valueOf(key[0]) * base + valueOf(key[1])
  const next = (number + 1) % base === 0 ? number + 2 : number + 1
  const candidate = digits.charAt(Math.floor(next / base)) + digits.charAt(next % base)
  return next < base * base && candidate > key ? candidate : midpoint(key, null)
}

function predecessor(key: string): string | null {
  const number = valueOf(key[0]) * base + valueOf(key[1])
  const previous = (number - 1) % base === 0 ? number - 2 : number - 1
  if (previous <= 0) return null
  const candidate = digits.charAt(Math.floor(previous / base)) + digits.charAt(previous % base)
  return candidate < key ? candidate : null
}

/** The shortest key halfway, reading both as fractions 0.d₁d₂…; null is 1. */
function midpoint(before: string, after: string | null): string {
  let prefix = ''
  for (let index = 0; ; index++) {
    const low = valueOf(before[index])
    const high = after === null ? base : valueOf(after[index])
    if (low === high) {
      prefix += digits.charAt(low)
      continue
    }
    if (high - low > 1) return prefix + digits.charAt((low + high) >> 1)
    // Neighbouring digits: keep the lower one and go above the rest of `before`.
    return prefix + digits.charAt(low) + aboveRest(before.slice(index + 1))
  }
}

/** A suffix that sorts after `rest` and does not end in '0'. */
function aboveRest(rest: string): string {
  let prefix = ''
  for (let index = 0; ; index++) {
    const low = valueOf(rest[index])
    if (low < base - 1) return prefix + digits.charAt((low + base) >> 1)
    prefix += digits.charAt(low)
  }
}
