/**
 * The id of a press that makes something (`Idempotency-Key`): the same for as long as its answer has not come, so that
 * a double click, a slow answer pressed again and a page that was loaded anew meanwhile make one thing. What is asked
 * for again after an answer is a new press.
 *
 * Kept in `localStorage` by a hash of what was sent; the ids say nothing about it.
 */
const place = 'samspil.presses'
const dayMs = 24 * 60 * 60 * 1000
const most = 50

type Presses = Record<string, { key: string, at: number }>

/** Where nothing may be kept, the ids last as long as the page. */
let kept: Presses = {}

export function pressKey(what: string): string {
  const presses = read()
  const known = presses[name(what)]
  if (known !== undefined) return known.key
  const key = newKey()
  const entries = Object.entries(presses).sort((one, other) => other[1].at - one[1].at).slice(0, most - 1)
  write({ ...Object.fromEntries(entries), [name(what)]: { key, at: Date.now() } })
  return key
}

/** The press was answered. */
export function pressAnswered(what: string, key: string): void {
  const presses = read()
  if (presses[name(what)]?.key !== key) return
  delete presses[name(what)]
  write(presses)
}

/** 128 bits; `crypto.randomUUID` is there only where the page came over TLS. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function read(): Presses {
  try {
    const text = localStorage.getItem(place)
    if (text !== null) kept = JSON.parse(text) as Presses
  } catch { /* what this page remembers is used */ }
  const since = Date.now() - dayMs
  return Object.fromEntries(Object.entries(kept).filter(([, press]) => press.at > since))
}

function write(presses: Presses): void {
  kept = presses
  try {
    localStorage.setItem(place, JSON.stringify(presses))
  } catch { /* full or forbidden: the page remembers it */ }
}

/** 53 bits (cyrb53): enough to tell some dozens apart, and no text of anybody's. */
function name(what: string): string {
  let one = 0xdeadbeef, other = 0x41c6ce57
  for (let index = 0; index < what.length; index++) {
    const code = what.charCodeAt(index)
    one = Math.imul(one ^ code, 2654435761)
    other = Math.imul(other ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36)
}
