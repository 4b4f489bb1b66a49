import * as Y from 'yjs'
import { DocumentStore } from './documentStore'
import { KeptChanges } from './keptChanges'
import type { KeptAbout } from './keptWork'
import { unsentWork } from './unsentWork'

const snapshotDelayMs = 1_000
const keepAgainMs = 2_000

/** What was kept of a document when it was last open here. */
export type Kept = Awaited<ReturnType<DocumentStore['load']>>

/** What the copy asks of the document that it is of. */
interface Copied {
  /** There is something in it that is worth a copy. */
  hasContent: () => boolean
  /** The group of the newest change, to be kept with it. */
  group: () => number
  aboutToSave: () => void
  /** What may be said of the copy is another now. */
  changed: () => void
}

/** The browser's copy of a document: the whole of it a moment after a change, and each change until it is durable. */
export class DocumentCopy {
  private store: DocumentStore | null = null
  private readonly kept = new KeptChanges(() => this.keepAgain())
  /** Records of changes that are in `kept`, by their numbers in the storage. */
  private readonly known = new Set<number>()
  /** Those of them that the server has: they go when the copy of the document has them. */
  private readonly sentRecords = new Set<number>()
  private about: KeptAbout | null = null
  private lastWrittenAt: number | null = null
  private couldBeRead = true
  private hasLookedAround = false
  private isEnded = false
  private snapshotTimer: ReturnType<typeof setTimeout> | undefined
  private keepTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly modelId: string, private readonly identity: string, private readonly doc: Y.Doc,
    private readonly owner: Copied
  ) {
    document.addEventListener('visibilitychange', this.saveWhenHidden)
    window.addEventListener('pagehide', this.saveNow)
  }

  /**
   * `restore` puts what was kept here before into the document, in the same turn in which it is known here: others may
   * hand over what is unsent in the next. Not called where the document is left already.
   */
  async open(restore: (kept: Kept) => void): Promise<void> {
    const store = await DocumentStore.open(this.modelId, this.identity)
    const kept = await store.load()
    if (this.isEnded) return store.close()
    this.store = store
    this.couldBeRead = kept.isWhole
    kept.changes.forEach((change, index) => {
      this.known.add(change.number)
      this.kept.add(index + 1, Promise.resolve(change.number), change.bytes)
    })
    restore(kept)
  }

  get isOpen(): boolean {
    return this.store !== null
  }

  get works(): boolean {
    return this.store?.works ?? false
  }

  /** All that is unsent is in the browser's storage. */
  get isKept(): boolean {
    return this.works && this.kept.areKept
  }

  /** Nothing is known of what was written before. */
  get isUnread(): boolean {
    return !this.couldBeRead
  }

  /** The updates that the server does not have yet, the first first. */
  get unsent(): Uint8Array[] {
    return this.kept.unsent
  }

  /** What is unsent, as whoever sends it in another page needs it. */
  get work() {
    return {
      about: this.about, changes: this.kept.unsent, numbers: [...this.known],
      snapshot: Y.encodeStateAsUpdate(this.doc), writtenAt: this.lastWrittenAt,
    }
  }

  has(number: number): boolean {
    return this.known.has(number)
  }

  describe(about: KeptAbout): void {
    this.about = about
  }

  /** Change number `change`. `stored`: it is in the storage already; otherwise it is put there. */
  keep(change: number, bytes: Uint8Array, stored = this.written(bytes)): void {
    this.lastWrittenAt = Date.now()
    this.kept.add(change, stored, bytes)
    void stored.then(number => { if (number !== null) this.known.add(number) })
  }

  private written(bytes: Uint8Array): Promise<number | null> {
    return this.store?.keep(bytes, this.owner.group()) ?? Promise.resolve(null)
  }

  /** The server has all changes up to `durable`. `then` is told how many records are needed no longer. */
  acknowledged(durable: number, then: (records: number) => void): void {
    void this.kept.acknowledged(durable).then(numbers => {
      for (const number of numbers) this.sentRecords.add(number)
      then(numbers.length)
    })
  }

  scheduleSnapshot(): void {
    clearTimeout(this.snapshotTimer)
    this.snapshotTimer = setTimeout(this.saveNow, snapshotDelayMs)
  }

  readonly saveNow = (): void => {
    clearTimeout(this.snapshotTimer)
    if (this.isEnded || this.store === null || !this.owner.hasContent()) return
    const sent = [...this.sentRecords]
    this.owner.aboutToSave()
    void this.store.saveSnapshot(Y.encodeStateAsUpdate(this.doc), this.about ?? undefined, sent).then(isSaved => {
      if (!isSaved) return
      for (const number of sent) {
        this.sentRecords.delete(number)
        this.known.delete(number)
      }
    })
  }

  private readonly saveWhenHidden = (): void => { if (document.visibilityState === 'hidden') this.saveNow() }

  /**
   * A copy that an earlier identity of this browser left may hold what the server once acknowledged and lacks now: it
   * came back from a backup that knows neither the words nor their writer. That is unsent work like any other.
   */
  async findWhatOthersLeft(): Promise<void> {
    if (this.hasLookedAround || this.store === null) return
    this.hasLookedAround = true
    const [copies, elsewhere] = await Promise.all([this.store.othersCopies(this.modelId), unsentWork.openElsewhere()])
    if (this.isEnded) return
    const here = Y.encodeStateVector(this.doc)
    const has = Y.decodeStateVector(here)
    let isFound = false
    for (const { key, bytes, at } of copies) {
      if (elsewhere.has(key) || !hasMore(bytes, has)) continue
      isFound = true
      await this.store.keepFor(key, Y.diffUpdate(bytes, here), at)
    }
    if (isFound) void unsentWork.look()
  }

  /** What could not be kept is tried once more, all in one, as long as the server does not have it. */
  private keepAgain(): void {
    this.owner.changed()
    clearTimeout(this.keepTimer)
    this.keepTimer = setTimeout(() => void this.keepTogether(), keepAgainMs)
  }

  private async keepTogether(): Promise<void> {
    if (this.isEnded || !this.kept.haveFailed) return
    await this.store?.reopen()
    const number = await this.store?.keep(Y.encodeStateAsUpdate(this.doc), this.owner.group()) ?? null
    if (number === null) return this.keepAgain()
    this.kept.keptTogether(number)
    this.owner.changed()
  }

  /** Nothing is written to it any more. */
  end(): void {
    this.isEnded = true
    document.removeEventListener('visibilitychange', this.saveWhenHidden)
    window.removeEventListener('pagehide', this.saveNow)
    clearTimeout(this.keepTimer)
    clearTimeout(this.snapshotTimer)
  }

  /** Once what is being written is there. `then` is told whether all of it is. */
  close(then: (areStored: boolean) => void): void {
    void this.kept.areAllStored().then(areStored => {
      this.store?.close()
      then(areStored)
    })
  }
}

/** Whether a copy of the document, and of no other under the same id, has what this one lacks. */
function hasMore(copy: Uint8Array, has: ReadonlyMap<number, number>): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(copy))
  const isSame = [...clocks.keys()].some(client => has.has(client))
  return isSame && [...clocks].some(([client, clock]) => (has.get(client) ?? 0) < clock)
}
