// A text field shows one kind of line end. A shared text may hold any: Windows' CR LF from an import, a lone CR,
// Unicode's separators from a document. The two are kept apart, so that a letter typed in the one changes a letter in
// the other.

const unusual = /[\r\u2028\u2029]/
const lineEnd = /\r\n?|[\n\u2028\u2029]/g

/** The text as a field shows it: each line end one LF, or one space where the field has one line only. */
export function shownText(shared: string, singleLine: boolean): string {
  if (!singleLine && !unusual.test(shared)) return shared
  return shared.replace(lineEnd, singleLine ? ' ' : '\n')
}

/** Where in the shared text stands what is at `index` of the shown one: a CR LF is two units there. */
export function sharedIndex(shared: string, index: number): number {
  if (!shared.includes('\r\n')) return Math.min(index, shared.length)
  let at = 0
  for (let shown = 0; shown < index && at < shared.length; shown++) at += isPair(shared, at) ? 2 : 1
  return at
}

/** Where in the shown text stands what is at `index` of the shared one; in the middle of a CR LF: in front of it. */
export function shownIndex(shared: string, index: number): number {
  if (!shared.includes('\r\n')) return Math.min(index, shared.length)
  let shown = 0
  for (let at = 0; at < shared.length; shown++) {
    at += isPair(shared, at) ? 2 : 1
    if (at > index) return shown
  }
  return shown
}

function isPair(text: string, index: number): boolean {
  return text.charCodeAt(index) === 13 && text.charCodeAt(index + 1) === 10
}
