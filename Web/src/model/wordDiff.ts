/** A stretch of two texts: in both, only in the old, or only in the new. */
export interface DiffPart { kind: 'same' | 'gone' | 'new', text: string }

/** Words to compare with each other, at most; longer stretches count as replaced whole. */
const mostComparisons = 400_000

/** What changed from one text to another, word by word: old words stand before those that took their place. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = words(before)
  const now = words(after)
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old[old.length - 1 - end] === now[now.length - 1 - end]) {
    end++
  }
  return joined([
    ...part('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...part('same', old.slice(old.length - end)),
  ])
}

/** Each word with the space behind it, so that the parts make up the text. */
function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

function part(kind: DiffPart['kind'], all: readonly string[]): DiffPart[] {
  return all.length === 0 ? [] : [{ kind, text: all.join('') }]
}

/** By the longest common subsequence. */
function middle(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length * now.length > mostComparisons || old.length === 0 || now.length === 0) {
    return [...part('gone', old), ...part('new', now)]
  }
  const width = now.length + 1
  const longest = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [gone, added] = [old[i], now[j]]
    if (gone !== undefined && gone === added) { parts.push({ kind: 'same', text: gone }); i++; j++ }
    else if (gone !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ kind: 'gone', text: gone })
      i++
    }
    else { parts.push({ kind: 'new', text: added ?? '' }); j++ }
  }
  return parts
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  for (const one of parts) {
    const last = result.at(-1)
    if (last?.kind === one.kind) last.text += one.text
    else result.push({ ...one })
  }
  return result
}
