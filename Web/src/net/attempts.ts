import { isForWhatWasSent } from '../model/obstacle'
import type { Backoff } from './backoff'
import { FirstWord } from './firstWord'
import { serverReach } from './serverReach'

/** When a connection is tried again, and what the page learns of the way to the server from how each attempt went. */
export class Attempts {
  private readonly firstWord = new FirstWord()
  private timer: ReturnType<typeof setTimeout> | undefined
  /** When the server first said something useful on this connection. */
  private usefulAt: number | null = null
  /** The server closed for what was sent: that the page is looked at again is no reason to send it once more. */
  private isHeldBack = false

  /** `open` opens a connection, unless there is one or none is wanted any more. */
  constructor(private readonly backoff: Backoff, private readonly open: () => void) {}

  /** False while the server has asked to be left alone: `open` is called again after that. */
  mayBegin(): boolean {
    clearTimeout(this.timer)
    this.isHeldBack = false
    const wait = serverReach.retryInMs
    if (wait <= 0) return true
    this.timer = setTimeout(this.open, wait * (1 + Math.random() / 4))
    return false
  }

  /** `giveUp` is called should the server say nothing. */
  begun(giveUp: () => void): void {
    this.usefulAt = null
    this.firstWord.wait(giveUp)
  }

  opened(): void {
    this.firstWord.opened()
  }

  /** The server said something. */
  heard(): void {
    this.firstWord.came()
  }

  /** What the server said shows that this connection works: the next one need not wait. */
  useful(): void {
    this.usefulAt ??= Date.now()
    this.backoff.useful()
    serverReach.heard()
  }

  /** The connection is over. What the page itself wanted to end says nothing of the way to the server. */
  ended(code: number, isWanted: boolean): void {
    const how = this.firstWord.ended()
    if (!isWanted && (this.usefulAt === null || code === 1006)) serverReach.failed(how)
  }

  /** Opens another one after a while, by default one that suits how the last ended. */
  again(code: number, afterMs?: number): void {
    this.isHeldBack = isForWhatWasSent(code)
    const usefulForMs = this.usefulAt === null ? 0 : Date.now() - this.usefulAt
    this.timer = setTimeout(this.open, afterMs ?? this.backoff.next(code, usefulForMs))
  }

  /** There may be a reason to try at once: the page is looked at again, the network is back. */
  hurry(): void {
    if (!this.isHeldBack) this.atOnce()
  }

  /** Opens one without waiting, whatever the last ended for. */
  atOnce(): void {
    this.backoff.reset()
    this.open()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.firstWord.ended()
  }
}
