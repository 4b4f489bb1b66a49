/** The number of colours for units in style/tokens.css (`--tone-0` …). */
export const toneCount = 12

/** A unit's colour: its place in the week's list, so that neighbours differ and everybody sees the same. */
export function unitTone(id: string | null | undefined, ids: readonly string[]): number {
  const index = ids.indexOf(id ?? '')
  return index >= 0 ? index % toneCount : -1
}
