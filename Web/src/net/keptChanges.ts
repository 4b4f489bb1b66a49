import { withinTime } from './database'

/** Writing takes a moment; what takes longer than this is not said to be kept. */
const momentMs = 500

interface Entry {
  change: number
  bytes: Uint8Array
  stored: Promise<number | null>
  state: 'writing' | 'kept' | 'failed'
  at: number
}

/**
 * Which of one's own changes that the server does not have yet are in the browser's storage. That the storage could be
 * opened says nothing: it may be full, another tab may delete it, a transaction may be aborted after all.
 */
export class KeptChanges {
  private entries: Entry[] = []

  /** `changed`: what may be said of them is another now. */
  constructor(private readonly changed: () => void) {}

  /**
   * Change number `change`, a Yjs update; `stored` resolves with its number in the storage, or
   * null where it could not be kept.
   */
  add(change: number, stored: Promise<number | null>, bytes = new Uint8Array()): void {
    const entry: Entry = { change, bytes, stored, state: 'writing', at: Date.now() }
    this.entries.push(entry)
    const slow = setTimeout(() => { if (entry.state === 'writing') this.changed() }, momentMs + 50)
    void stored.then(number => {
      clearTimeout(slow)
      entry.state = number === null ? 'failed' : 'kept'
      if (entry.state === 'failed') this.changed()
    })
  }

  /** All of them are, as far as anybody can know in this moment. */
  get areKept(): boolean {
    return this.entries.every(({ state, at }) => state === 'kept' || state === 'writing' && Date.now() - at <= momentMs)
  }

  /** The updates that the server does not have yet, the first first. */
  get unsent(): Uint8Array[] {
    return this.entries.map(entry => entry.bytes)
  }

  /** Whether all of them came into the storage in the end. */
  async areAllStored(): Promise<boolean> {
    const numbers = await withinTime(Promise.all(this.entries.map(entry => entry.stored)))
    return numbers?.every(number => number !== null) ?? false
  }

  get haveFailed(): boolean {
    return this.entries.some(entry => entry.state === 'failed')
  }

  /** All that is not kept is in this one record now. */
  keptTogether(number: number): void {
    for (const entry of this.entries) {
      if (entry.state !== 'failed') continue
      entry.state = 'kept'
      entry.stored = Promise.resolve(number)
    }
  }

  /** The server has all changes up to `durable`: gives the numbers of the records that are needed no longer. */
  async acknowledged(durable: number): Promise<number[]> {
    const safe = this.entries.filter(one => one.change <= durable)
    this.entries = this.entries.filter(one => one.change > durable)
    const still = new Set(await Promise.all(this.entries.map(one => one.stored)))
    const numbers = await Promise.all(safe.map(one => one.stored))
    return [...new Set(numbers)].filter((one): one is number => one !== null && !still.has(one))
  }
}
