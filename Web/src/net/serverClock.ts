/** What the server's clock says, from what it told and half the way there and back. */
export class ServerClock {
  private offsetMs = 0
  private bestRoundTripMs = Number.POSITIVE_INFINITY

  /** `sentAt` is when the question left (own clock); null where the server spoke without being asked. */
  learn(serverNow: number, receivedAt: number, sentAt: number | null): void {
    const roundTrip = sentAt === null ? 2_000 : Math.max(0, receivedAt - sentAt)
    // A quicker answer says more; an old one is slowly trusted less, as clocks drift.
    if (roundTrip > this.bestRoundTripMs + 50) {
      this.bestRoundTripMs += 5
      return
    }
    this.bestRoundTripMs = roundTrip
    this.offsetMs = serverNow - (receivedAt - (sentAt === null ? 0 : roundTrip / 2))
  }

  now(): number {
    return Date.now() + this.offsetMs
  }
}
