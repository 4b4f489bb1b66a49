import { mergeUpdates } from 'yjs'
import { completed, done, openDatabase, withinTime } from './database'
import { workKey, type ChangeRecord, type KeptAbout, type SnapshotRecord } from './keptWork'

/**
 * A change kept until the server has it: its number in the store, bytes (a Yjs update), and group (see ChangeLedger).
 */
export interface KeptChange { number: number, bytes: Uint8Array, group: number }

const compactFrom = 100
/** What nobody opened for this long is forgotten, unless it holds something unsent. */
const forgetAfterMs = 90 * 24 * 3_600_000

/**
 * The browser's own copy of a document: a snapshot, and the changes the server has not yet said it
 * has. One per model and person. Where the browser has no storage (private windows) every call
 * resolves without effect and `works` is false.
 */
export class DocumentStore {
  private constructor(private database: IDBDatabase | null, private readonly key: string) {
    this.watch()
  }

  get works(): boolean {
    return this.database !== null
  }

  /** Opens the database anew where it went (another tab deleted it, the browser made room). */
  async reopen(): Promise<void> {
    if (this.database !== null || this.closed) return
    const database = await openDatabase()
    if (this.closed) database?.close()
    else this.database = database
    this.watch()
  }

  private closed = false

  private watch(): void {
    const { database } = this
    if (!database) return
    const went = () => { if (this.database === database) this.database = null }
    database.onversionchange = () => {
      database.close()
      went()
    }
    database.onclose = went
  }

  static async open(modelId: string, identity: string): Promise<DocumentStore> {
    const database = await openDatabase()
    const store = new DocumentStore(database, workKey(modelId, identity))
    void store.forgetOld()
    return store
  }

  /** `isWhole`: all that is kept of it was read. */
  async load(): Promise<{ snapshot: Uint8Array | null, changes: KeptChange[], isWhole: boolean }> {
    const nothing = { snapshot: null, changes: [], isWhole: false }
    if (!this.database) return nothing
    try {
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readonly')
      const snapshot =
        done(transaction.objectStore('snapshots').get(this.key) as IDBRequest<SnapshotRecord | undefined>)
      const changes =
        done(transaction.objectStore('changes').index('key').getAll(this.key) as IDBRequest<ChangeRecord[]>)
      const read = await withinTime(Promise.all([snapshot, changes]))
      if (read === null) return nothing
      return { snapshot: read[0]?.bytes ?? null, changes: await this.compacted(read[1]), isWhole: true }
    } catch {
      return nothing
    }
  }

  /**
   * A long stretch offline is a record a letter: those of one change, as people count them, become one. It gets a
   * number of its own: another window may have some of them in hand, and removes those by their numbers when the server
   * has them.
   */
  private async compacted(changes: readonly ChangeRecord[]): Promise<KeptChange[]> {
    const whole = changes.map(({ number, bytes, group }) => ({ number: number ?? 0, bytes, group }))
    if (!this.database || changes.length < compactFrom) return whole
    const transaction = this.database.transaction('changes', 'readwrite')
    const records = transaction.objectStore('changes')
    const merged = [...new Set(changes.map(change => change.group))].map(group => {
      const parts = changes.filter(change => change.group === group)
      const bytes = mergeUpdates(parts.map(part => part.bytes))
      const record: ChangeRecord = { key: this.key, bytes, group, at: Math.max(...parts.map(part => part.at ?? 0)) }
      return { bytes, group, request: records.add(record) as IDBRequest<number> }
    })
    for (const { number } of whole) records.delete(number)
    if (!(await withinTime(completed(transaction)) ?? false)) return whole
    return merged.map(({ bytes, group, request }) => ({ number: request.result, bytes, group }))
  }

  /**
   * Resolves with the change's number when the transaction is complete, for until then the browser may still abort it
   * (no room left); null where it could not be kept.
   */
  async keep(bytes: Uint8Array, group: number): Promise<number | null> {
    if (!this.database) return null
    try {
      const transaction = this.database.transaction('changes', 'readwrite', { durability: 'relaxed' })
      const record: ChangeRecord = { key: this.key, bytes, group, at: Date.now() }
      const request = transaction.objectStore('changes').add(record) as IDBRequest<number>
      // Written also when the page is closed in the next moment.
      transaction.commit?.()
      return await completed(transaction) ? request.result : null
    } catch {
      return null
    }
  }

  /** The copies that other identities of this browser left of the same model, those with unsent changes apart. */
  async othersCopies(modelId: string): Promise<SnapshotRecord[]> {
    if (!this.database) return []
    try {
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readonly')
      const range = IDBKeyRange.bound(workKey(modelId, ''), workKey(modelId, '\uffff'))
      const all = await done(transaction.objectStore('snapshots').getAll(range) as IDBRequest<SnapshotRecord[]>)
      const changes = transaction.objectStore('changes').index('key')
      const unsent = await done(changes.getAll(range) as IDBRequest<ChangeRecord[]>)
      return all.filter(({ key }) => key !== this.key && !unsent.some(change => change.key === key))
    } catch {
      return []
    }
  }

  /** Keeps something unsent for somebody else who used this browser. */
  async keepFor(key: string, bytes: Uint8Array, at: number): Promise<void> {
    if (!this.database) return
    try {
      const record: ChangeRecord = { key, bytes, group: at, at }
      await done(this.database.transaction('changes', 'readwrite').objectStore('changes').add(record))
    } catch { /* the copy that it is from is there another time */ }
  }

  /**
   * Keeps the document as it is, and removes the changes that the server has: together, or a server that comes back
   * from a backup meets a browser that has neither. False where neither was done.
   */
  async saveSnapshot(bytes: Uint8Array, about?: KeptAbout, sent: readonly number[] = []): Promise<boolean> {
    if (!this.database) return false
    try {
      const record: SnapshotRecord = { key: this.key, bytes, at: Date.now(), ...(about ? { about } : {}) }
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readwrite', { durability: 'relaxed' })
      transaction.objectStore('snapshots').put(record)
      for (const number of sent) transaction.objectStore('changes').delete(number)
      transaction.commit?.()
      return await completed(transaction)
    } catch {
      return false
    }
  }

  close(): void {
    this.closed = true
    this.database?.close()
  }

  private async forgetOld(): Promise<void> {
    if (!this.database) return
    try {
      const all = await done(
        this.database.transaction('snapshots').objectStore('snapshots').getAll() as IDBRequest<SnapshotRecord[]>
      )
      const old = all.filter(record => Date.now() - record.at > forgetAfterMs && record.key !== this.key)
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readwrite')
      for (const { key } of old) {
        if (await done(transaction.objectStore('changes').index('key').count(key)) === 0) {
          transaction.objectStore('snapshots').delete(key)
        }
      }
    } catch { /* another time */ }
  }
}
