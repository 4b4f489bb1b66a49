import { serverReach, type Ending } from './serverReach'

/** A slow handshake is asked about by HTTP meanwhile, and given up later than the slowest line needs. */
const doubtMs = 4_000
const patienceMs = 20_000

/** Waits for the first thing that the server says on a connection, which it does as soon as somebody is let in. */
export class FirstWord {
  private doubt: ReturnType<typeof setTimeout> | undefined
  private late: ReturnType<typeof setTimeout> | undefined
  private ending: Ending = 'refused'
  private isOpen = false

  /** `giveUp` is called once, should nothing come. */
  wait(giveUp: () => void): void {
    this.stop()
    this.ending = 'refused'
    this.isOpen = false
    this.doubt = setTimeout(() => serverReach.doubt(), doubtMs)
    this.late = setTimeout(() => {
      this.ending = this.isOpen ? 'mute' : 'unanswered'
      giveUp()
    }, patienceMs)
  }

  /** The upgrade was answered: nobody turns this connection away. */
  opened(): void {
    this.isOpen = true
  }

  came(): void {
    this.stop()
    this.ending = 'spoke'
  }

  /** The connection is over. */
  ended(): Ending {
    this.stop()
    return this.ending
  }

  private stop(): void {
    clearTimeout(this.doubt)
    clearTimeout(this.late)
  }
}
