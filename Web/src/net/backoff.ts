import { isForWhatWasSent } from '../model/obstacle'

/**
 * Waiting times between attempts to connect: doubling up to a ceiling, each taken at random between
 * half and whole, so that forty phones do not all come back in the same moment.
 *
 * A connection that opens proves nothing: a server that closes it at the first message would be asked three times a
 * second. The first useful answer does (`useful`). After a close for what this page sent, which it will send again, the
 * waits are longer, and only a connection that has lasted makes them short again.
 */
export class Backoff {
  private attempt = 0
  private offences = 0

  constructor(
    private readonly firstMs: number, private readonly ceilingMs: number,
    private readonly random: () => number = Math.random
  ) {}

  /** How long to wait after a connection that ended with `code`, having been useful for so long. */
  next(code = 1006, usefulForMs = 0): number {
    if (usefulForMs >= lastedMs) this.offences = 0
    if (isForWhatWasSent(code)) {
      this.offences += 1
      return this.jittered(Math.min(slowCeilingMs, slowFirstMs * 2 ** (this.offences - 1)))
    }
    const whole = Math.min(this.ceilingMs, this.firstMs * 2 ** this.attempt)
    this.attempt = Math.min(this.attempt + 1, 16)
    return this.jittered(whole)
  }

  useful(): void {
    this.attempt = 0
  }

  /** There is a reason to try at once: the network came back. */
  reset(): void {
    this.attempt = 0
  }

  private jittered(whole: number): number {
    return whole * (0.5 + this.random() / 2)
  }
}

const slowFirstMs = 4_000
const slowCeilingMs = 60_000
const lastedMs = 30_000
