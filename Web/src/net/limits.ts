import type { ToldLimits } from '../model/generated/types'
import type { TextKind, TextLimit } from '../model/textLimit'
import { getLimits } from './generated/client/text'
import { Signal } from './signal'

export type Counted = 'phaseMinutes' | 'timerMinutes' | 'groups' | 'voteBudget' | 'voteOptions'

/** What each piece of a long update is, while the server has not said what it takes: less than any takes. */
const carefulBytes = 16 * 1024

/** Beside the files themselves: their names, and what is around them. */
const fileNameBytes = 16 * 1024

/**
 * The server's limits, asked for once. The page has none of its own: until they are known nothing is held back, and
 * what is too long is refused by the server, in words.
 */
class Limits {
  readonly changed = new Signal()
  private told: ToldLimits | null = null
  private isAsking = false

  text(kind: TextKind): TextLimit | null {
    return this.told?.texts[kind] ?? null
  }

  count(counted: Counted): number {
    return this.told?.counts[counted] ?? Infinity
  }

  /** What goes in one message, and is then taken whole or not at all; a message has a few bytes beside its update. */
  get wholeBytes(): number {
    return this.told === null ? carefulBytes : Math.min(this.told.updateBytes, this.told.messageBytes - 64)
  }

  /** Each piece of what is longer: what is put into one is a little more than its parts. */
  get pieceBytes(): number {
    return this.wholeBytes / 2
  }

  /**
   * What files may be together that go in one request: Base64 makes four letters of three bytes, and they have names.
   */
  get fileBytes(): number {
    return this.told === null ? Infinity : Math.floor(this.told.bodyBytes * 3 / 4) - fileNameBytes
  }

  /** Called by whoever needs them, and with each connection; does nothing once they are known. */
  ask(): void {
    if (this.told !== null || this.isAsking) return
    this.isAsking = true
    getLimits().then(
      told => {
        this.isAsking = false
        this.told = told
        this.changed.emit()
      },
      () => { this.isAsking = false })
  }
}

/** There is one server behind a page. */
export const limits = new Limits()
