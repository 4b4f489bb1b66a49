import * as Y from 'yjs'
import { ChangeLedger } from '../model/changeLedger'
import { DurableMessages } from './durableMessages'

/** A pause longer than this, or another place, begins a new change as people count them. */
const sameChangeMs = 1_200

/** Own changes from the moment they are made until they are on the server's disk: what was sent, and what it said. */
export class OwnChanges {
  private readonly ledger = new ChangeLedger(Date.now())
  private readonly durable = new DurableMessages()
  /** Whose structs this page has told the server. */
  private readonly writers = new Set<number>()
  private lastChange: { at: number, place: unknown } = { at: 0, place: null }
  private wasEverTold = false
  /** What the server lacked when it asked last, as an update; null before it has. */
  private lacking: (() => Uint8Array) | null = null

  constructor(private readonly doc: Y.Doc) {}

  /** How many, as people count them, are not known to be durable. */
  get pending(): number {
    return this.ledger.pending
  }

  get areAllDurable(): boolean {
    return this.ledger.allAcknowledged
  }

  /** This connection has told everything that the server lacked, and that is durable. */
  get isTold(): boolean {
    return this.ledger.isTold
  }

  /** Some connection had. */
  get isEverTold(): boolean {
    return this.wasEverTold
  }

  /** The group of the newest change, to be kept with it. */
  get currentGroup(): number {
    return this.ledger.currentGroup
  }

  restore(groups: readonly number[]): void {
    this.ledger.restore(groups)
  }

  /** One more, written in `place`. Its number is given back. */
  made(place: unknown): number {
    const continues = place === this.lastChange.place && Date.now() - this.lastChange.at < sameChangeMs
    this.lastChange = { at: Date.now(), place }
    return this.ledger.change(continues)
  }

  /** One that is nobody's typing. Its number is given back. */
  added(): number {
    return this.ledger.change(false)
  }

  /** The page sends the structs of others too: those that another window of the same person left. */
  tellsFor(update: Uint8Array): void {
    for (const client of Y.parseUpdateMeta(update).to.keys()) this.writers.add(client)
  }

  connectionOpened(): void {
    this.ledger.connectionOpened()
    this.durable.connectionOpened()
  }

  messageSent(isWhole: boolean): void {
    this.ledger.messageSent(isWhole)
    const clients = isWhole ? [...this.writers, this.doc.clientID] : []
    this.durable.messageSent(clients.map(client => [client, Y.getState(this.doc.store, client)]))
  }

  /**
   * The server says what it has. It may have less than it once acknowledged, as it came back from a backup. `unsent`:
   * the updates that count as unsent already. Gives what it lacks beside those; null where that is nothing.
   */
  asked(has: ReadonlyMap<number, number>, unsent: readonly Uint8Array[]): Uint8Array | null {
    const here = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    const pending = unsent.filter(bytes => bytes.length > 0)
    const from = pending.length === 0 ? new Map<number, number>() : Y.parseUpdateMeta(Y.mergeUpdates(pending)).from
    let isOwed = false
    for (const [client, clock] of here) {
      const there = has.get(client) ?? 0
      if (there >= clock) continue
      this.writers.add(client)
      isOwed ||= there < (from.get(client) ?? clock)
    }
    this.lacking = () => Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(new Map(has)))
    return isOwed ? this.lacking() : null
  }

  /**
   * The server dropped what it was told, and nothing of it counts as unsent: deletions that a server from a backup does
   * not know. They are unsent as words would be.
   */
  droppedUncounted(): Uint8Array | null {
    return !this.isTold && this.pending === 0 && this.lacking !== null ? this.lacking() : null
  }

  /** The server says that all before these clocks is durable. True where only now everything told is among that. */
  stated(has: ReadonlyMap<number, number>): boolean {
    return this.durable.stated(has)
  }

  /** The server says that so many of the connection's messages are durable. */
  counted(count: number): void {
    this.durable.counted(count)
  }

  /** As many messages as are durable by all that the server said. */
  get durableMessages(): number {
    return this.durable.count
  }

  /** That is believed. Gives the number of the last durable change. */
  believe(durableMessages: number): number {
    const change = this.ledger.acknowledged(durableMessages)
    if (this.ledger.isTold) this.wasEverTold = true
    return change
  }
}
