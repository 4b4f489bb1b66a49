/**
 * Waiting times between attempts to connect: doubling up to a ceiling, each taken at random between
 * half and whole, so that forty phones do not all come back in the same moment.
 */
export class Backoff {
  private attempt = 0

  constructor(private readonly firstMs: number, private readonly ceilingMs: number, private readonly random: () => number = Math.random) {}

  next(): number {
    const whole = Math.min(this.ceilingMs, this.firstMs * 2 ** this.attempt)
    this.attempt = Math.min(this.attempt + 1, 16)
    return whole * (0.5 + this.random() / 2)
  }

  reset(): void {
    this.attempt = 0
  }
}
