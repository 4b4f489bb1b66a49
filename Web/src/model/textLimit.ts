import type { ToldLimitsLength as TextLimit } from './generated/types'
import { characters } from './lineLength'

/**
 * How long a text may be, by each way the server counts it: bytes of UTF-8, characters as
 * people count, units of UTF-16.
 */
export type { ToldLimitsLength as TextLimit } from './generated/types'

/** What stands where: the server's names for kinds of text (`GET /limits`). */
export type TextKind = 'line' | 'title' | 'name' | 'promise' | 'note' | 'idea' | 'passphrase' | 'post' | 'reason'
  | 'field' | 'comment'

/**
 * `over`: characters that are too many, 0 where it fits. `left`: about how many more there is room for. `isNear`:
 * whether somebody should be told that this is little: a tenth.
 */
export interface TextRoom { over: number, left: number, isNear: boolean }

const utf8 = new TextEncoder()

/** What there is room for, as people count, whatever the server counts in. */
export function roomIn(text: string, limit: TextLimit): TextRoom {
  const parts = characters(text)
  const left = Math.floor(Math.min(...shares(text, parts.length, limit)))
  return { over: tooMany(parts, limit), left, isNear: left < (parts.length + left) / 10 }
}

/** Characters left by each count, where those to come are as long as those that are there. */
function shares(text: string, count: number, { bytes, characters, codeUnits }: TextLimit): number[] {
  const each = (size: number) => count === 0 ? 1 : size / count
  const size = utf8.encode(text).length
  return [
    bytes === undefined ? Infinity : (bytes - size) / each(size),
    characters === undefined ? Infinity : characters - count,
    codeUnits === undefined ? Infinity : (codeUnits - text.length) / each(text.length),
  ]
}

/** How many at the end have to go until the rest fits. */
function tooMany(parts: readonly string[], limit: TextLimit): number {
  let [bytes, units, kept] = [0, 0, 0]
  for (const part of parts) {
    bytes += utf8.encode(part).length
    units += part.length
    if (bytes > (limit.bytes ?? Infinity) || units > (limit.codeUnits ?? Infinity)
      || kept >= (limit.characters ?? Infinity)) break
    kept += 1
  }
  return parts.length - kept
}
