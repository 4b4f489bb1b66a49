/**
 * Counts own changes from the moment they are made until the server says that they are durable.
 * Pure: the connection tells it what it sends and what is acknowledged.
 *
 * The server acknowledges a number: so many of this connection's messages (answers to its sync
 * step 1, and updates) are durable. Each message covers every change made before it was sent.
 */
export class ChangeLedger {
  /** Changes are numbered 1, 2, …; all up to `durable` are safe. */
  private made = 0
  private durable = 0
  /** For each message sent on this connection, the last change that it covers. */
  private sent: number[] = []
  private acknowledgedMessages = 0
  /** The message of this connection with which everything was told. */
  private firstWhole: number | null = null
  /** The number of people's changes that each change in the queue belongs to: typing a word is one. */
  private groups: number[] = []
  private group: number

  /**
   * `firstGroup`: greater than what another page of the same person uses, so that their
   * changes are never taken for one.
   */
  constructor(firstGroup = 0) {
    this.group = firstGroup
  }

  /**
   * Notes one change; `continues` when it goes on with the one before (the same stretch of
   * typing). Its number is given back.
   */
  change(continues: boolean): number {
    if (!continues || this.groups.length === 0) this.group += 1
    this.made += 1
    this.groups.push(this.group)
    return this.made
  }

  /** The group of the newest change, to be kept with it. */
  get currentGroup(): number {
    return this.group
  }

  /** Changes from before a reload, with the groups they had. */
  restore(groups: readonly number[]): void {
    for (const group of groups) {
      this.made += 1
      this.groups.push(group)
      this.group = Math.max(this.group, group)
    }
  }

  /**
   * A message left that covers everything made until now; or one with a part of that, on which the rest is to follow.
   */
  messageSent(isWhole = true): void {
    if (isWhole) this.firstWhole ??= this.sent.length + 1
    this.sent.push(isWhole ? this.made : this.sent[this.sent.length - 1] ?? this.durable)
  }

  connectionOpened(): void {
    this.sent = []
    this.firstWhole = null
    this.acknowledgedMessages = 0
  }

  /** `count` of the connection's messages are durable. Gives the number of the last durable change. */
  acknowledged(count: number): number {
    // A server that counts more than was sent cannot make anything safe that was not sent.
    const known = Math.min(count, this.sent.length)
    if (known <= this.acknowledgedMessages) return this.durable
    this.acknowledgedMessages = known
    const covered = this.sent[known - 1] ?? this.durable
    if (covered > this.durable) {
      this.groups.splice(0, covered - this.durable)
      this.durable = covered
    }
    return this.durable
  }

  /** The connection has told everything that the server lacked, and that is durable. */
  get isTold(): boolean {
    return this.firstWhole !== null && this.firstWhole <= this.acknowledgedMessages
  }

  get allAcknowledged(): boolean {
    return this.durable === this.made
  }

  /** How many changes, as people count them, are not known to be durable. */
  get pending(): number {
    return new Set(this.groups).size
  }
}
