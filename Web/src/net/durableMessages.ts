/** How far a client's structs went: a state vector of the few that matter. */
type Clocks = readonly (readonly [client: number, clock: number])[]

/**
 * How many of a connection's messages are durable. The server says so twice: as a count, and as a state vector of what
 * is on its disk; a message is durable when the count says so, and the state vector does not say otherwise.
 */
export class DurableMessages {
  /** What the server says is durable on this connection; null before it has said anything. */
  private durable: ReadonlyMap<number, number> | null = null
  /** Whose structs this page has told on this connection, and how far they went with each message. */
  private told: Clocks[] = []
  private acknowledged = 0
  private believed = 0

  connectionOpened(): void {
    this.durable = null
    this.told = []
    this.acknowledged = 0
    this.believed = 0
  }

  messageSent(clocks: Clocks): void {
    this.told.push(clocks)
  }

  /** The server says that so many are. */
  counted(count: number): void {
    this.acknowledged = Math.max(this.acknowledged, count)
  }

  /** The server says that all before these clocks is. True where only now everything told is among that. */
  stated(durable: ReadonlyMap<number, number>): boolean {
    const last = this.told.at(-1) ?? []
    const wasThere = this.durable !== null && this.covers(last)
    this.durable = durable
    return !wasThere && this.covers(last)
  }

  /** As many of the first messages as are durable; what is durable stays so for as long as the connection lasts. */
  get count(): number {
    while (this.believed < this.acknowledged && this.covers(this.told[this.believed] ?? [])) this.believed += 1
    return this.believed
  }

  private covers(clocks: Clocks): boolean {
    const { durable } = this
    return durable === null || clocks.every(([client, clock]) => (durable.get(client) ?? 0) >= clock)
  }
}
