import { isForWantOfRoom, isTriedAgain, refusalOf, type Refusal } from '../model/saveStatus'

const refusedAgainMs = 3_000
const refusedAgainAtMostMs = 30_000

/** What the server drops of what this page writes, why, and when it is asked again. */
export class ServerRefusals {
  /** On this connection. */
  private refusal: Refusal | null = null
  /** What stands in the way while the page tries again, until something of it has been saved. */
  private impediment: Refusal | null = null
  /** How often in a row, without an acknowledgement between. */
  private count = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private writable = true

  /** `askAgain`: a new connection tells the server everything once more. */
  constructor(private readonly askAgain: () => void) {}

  /** Why what is unsent is not taken, as far as people are told. */
  get reason(): Refusal | null {
    return this.refusal ?? this.impediment
  }

  /** It has dropped something on this connection, so what it counts says nothing of the rest. */
  get isRefused(): boolean {
    return this.refusal !== null
  }

  /** The model was locked, or may only be read. */
  get isClosed(): boolean {
    return this.refusal === 'closed'
  }

  get lacksRoom(): boolean {
    return this.reason !== null && isForWantOfRoom(this.reason)
  }

  connectionOpened(): void {
    this.refusal = null
  }

  /** While the server cannot save, asking again helps nobody: it asks everybody to synchronise when it can. */
  came(reason: string, hasPending: boolean): void {
    this.refusal = refusalOf(reason)
    this.count += 1
    if (isTriedAgain(this.refusal)) {
      this.impediment = this.refusal
      this.tryAgainIn(Math.min(refusedAgainMs * 2 ** (this.count - 1), refusedAgainAtMostMs))
    }
    if (this.isClosed && this.writable && hasPending) this.tryClosed()
  }

  /** The server has taken what it was sent. `hasSaved`: and something of it is durable. */
  taken(hasSaved: boolean): void {
    this.count = 0
    if (hasSaved) this.impediment = null
  }

  /** Something more was written: perhaps it makes room. */
  wrote(): void {
    if (this.refusal !== null && isTriedAgain(this.refusal)) this.tryAgainIn(refusedAgainMs)
  }

  /** Whether the page believes that one may write. Once it may again, the server is told what it dropped. */
  setWritable(writable: boolean): void {
    this.writable = writable
    if (writable && this.isClosed) this.tryClosed()
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private tryClosed(): void {
    clearTimeout(this.timer)
    // Should the server refuse once more (its lock and its word about it crossed), it is asked again a little later.
    this.timer = setTimeout(() => {
      if (this.writable && this.isClosed) this.askAgain()
    }, this.count > 1 ? refusedAgainMs : 0)
  }

  /** What was refused is told once more, with what has been written since: perhaps there is room now. */
  private tryAgainIn(delay: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => { if (this.isRefused) this.askAgain() }, delay)
  }
}
