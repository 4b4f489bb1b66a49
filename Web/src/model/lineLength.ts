/** Characters of a name, a function or another line: as many as the server takes. */
export const lineMost = 80

interface Segmenter { segment(text: string): Iterable<unknown> }
type SegmenterMaker = new (locale: string, options: { granularity: 'grapheme' }) => Segmenter

/** Characters as people count them: an emoji is one, however it is made up. As the server counts. */
export function lineLength(text: string): number {
  const Maker = (Intl as { Segmenter?: SegmenterMaker }).Segmenter
  const parts: Iterable<unknown> = Maker === undefined ? text.trim() : new Maker('da', { granularity: 'grapheme' }).segment(text.trim())
  return [...parts].length
}

/** What is not right about a line; null when nothing is. A letter or a digit must be there to be read. */
export function lineFault(text: string): 'missing' | 'unreadable' | 'tooLong' | null {
  if (text.trim() === '') return 'missing'
  // Fillers are letters to Unicode, and drawn as nothing.
  if (!/[\p{L}\p{N}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))) return 'unreadable'
  return lineLength(text) > lineMost ? 'tooLong' : null
}
