interface Segmenter { segment(text: string): Iterable<{ segment: string }> }
type SegmenterMaker = new (locale: string, options: { granularity: 'grapheme' }) => Segmenter

const Maker = (Intl as { Segmenter?: SegmenterMaker }).Segmenter
/** Made once: that takes longer than to tell the parts of a line apart. Null where the browser has none. */
const segmenter = Maker === undefined ? null : new Maker('da', { granularity: 'grapheme' })

/** Characters as people count them: an emoji is one, however it is made up. As the server counts. */
export function characters(text: string): string[] {
  // To tell the parts of a long text apart takes a moment that somebody who types would notice.
  if (segmenter === null || text.length > segmentedUnits) return [...text]
  return [...segmenter.segment(text)].map(part => part.segment)
}

const segmentedUnits = 20_000

export function lineLength(text: string): number {
  return characters(text.trim()).length
}

/**
 * What is not right about a line; null when nothing is. A letter or a digit must be there
 * to be read. `most`: characters.
 */
export function lineFault(text: string, most: number): 'missing' | 'unreadable' | 'tooLong' | null {
  if (text.trim() === '') return 'missing'
  // Fillers are letters to Unicode, and drawn as nothing.
  if (!/[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))) return 'unreadable'
  return lineLength(text) > most ? 'tooLong' : null
}
