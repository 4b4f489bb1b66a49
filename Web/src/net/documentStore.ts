import { mergeUpdates } from 'yjs'
import { databaseName } from './forgetDocuments'

/** A change kept until the server has it: its number in the store, bytes (a Yjs update), and group (see ChangeLedger). */
export interface KeptChange { number: number, bytes: Uint8Array, group: number }

interface ChangeRecord { number?: number, key: string, bytes: Uint8Array, group: number }
interface SnapshotRecord { key: string, bytes: Uint8Array, at: number }

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
    const store = new DocumentStore(database, `${modelId}|${identity}`)
    void store.forgetOld()
    return store
  }

  async load(): Promise<{ snapshot: Uint8Array | null, changes: KeptChange[] }> {
    if (!this.database) return { snapshot: null, changes: [] }
    try {
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readonly')
      const snapshot = done(transaction.objectStore('snapshots').get(this.key) as IDBRequest<SnapshotRecord | undefined>)
      const changes = done(transaction.objectStore('changes').index('key').getAll(this.key) as IDBRequest<ChangeRecord[]>)
      const read = await withinTime(Promise.all([snapshot, changes]))
      if (read === null) return { snapshot: null, changes: [] }
      const kept = read[1].map(({ number, bytes, group }) => ({ number: number ?? 0, bytes, group }))
      return { snapshot: read[0]?.bytes ?? null, changes: this.compacted(kept) }
    } catch {
      return { snapshot: null, changes: [] }
    }
  }

  /** A long stretch offline is a record a letter: those of one change, as people count them, become one. */
  private compacted(changes: KeptChange[]): KeptChange[] {
    if (!this.database || changes.length < compactFrom) return changes
    const groups = [...new Set(changes.map(change => change.group))]
    const merged = groups.map(group => {
      const parts = changes.filter(change => change.group === group)
      return { number: parts[0]?.number ?? 0, bytes: mergeUpdates(parts.map(part => part.bytes)), group }
    })
    const records = this.database.transaction('changes', 'readwrite').objectStore('changes')
    const numbers = new Set(merged.map(change => change.number))
    for (const { number } of changes) if (!numbers.has(number)) records.delete(number)
    for (const change of merged) records.put({ ...change, key: this.key })
    return merged
  }

  /**
   * Resolves with the change's number when the transaction is complete, for until then the browser may still abort it
   * (no room left); null where it could not be kept.
   */
  async keep(bytes: Uint8Array, group: number): Promise<number | null> {
    if (!this.database) return null
    try {
      const transaction = this.database.transaction('changes', 'readwrite', { durability: 'relaxed' })
      const record: ChangeRecord = { key: this.key, bytes, group }
      const request = transaction.objectStore('changes').add(record) as IDBRequest<number>
      // Written also when the page is closed in the next moment.
      transaction.commit?.()
      return await completed(transaction) ? request.result : null
    } catch {
      return null
    }
  }

  async remove(numbers: readonly number[]): Promise<void> {
    if (!this.database || numbers.length === 0) return
    try {
      const changes = this.database.transaction('changes', 'readwrite').objectStore('changes')
      for (const number of numbers) changes.delete(number)
    } catch { /* closed meanwhile: the changes are sent once more another time, which changes nothing */ }
  }

  saveSnapshot(bytes: Uint8Array): void {
    if (!this.database) return
    try {
      const record: SnapshotRecord = { key: this.key, bytes, at: Date.now() }
      const transaction = this.database.transaction('snapshots', 'readwrite', { durability: 'relaxed' })
      transaction.objectStore('snapshots').put(record)
      transaction.commit?.()
    } catch { /* the next snapshot tries again */ }
  }

  close(): void {
    this.closed = true
    this.database?.close()
  }

  private async forgetOld(): Promise<void> {
    if (!this.database) return
    try {
      const all = await done(this.database.transaction('snapshots').objectStore('snapshots').getAll() as IDBRequest<SnapshotRecord[]>)
      const old = all.filter(record => Date.now() - record.at > forgetAfterMs && record.key !== this.key)
      const transaction = this.database.transaction(['snapshots', 'changes'], 'readwrite')
      for (const { key } of old) {
        if (await done(transaction.objectStore('changes').index('key').count(key)) === 0) transaction.objectStore('snapshots').delete(key)
      }
    } catch { /* another time */ }
  }
}

/** A browser that answers later than this does not keep the page from opening. */
const patienceMs = 3_000

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.open(databaseName, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore('snapshots', { keyPath: 'key' })
        request.result.createObjectStore('changes', { keyPath: 'number', autoIncrement: true }).createIndex('key', 'key')
      }
      const late = setTimeout(() => resolve(null), patienceMs)
      request.onsuccess = () => {
        clearTimeout(late)
        resolve(request.result)
      }
      request.onerror = request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

/** Null when there is no answer in time; what was asked for may still come, and is then not waited for. */
function withinTime<Result>(answer: Promise<Result>): Promise<Result | null> {
  return Promise.race([answer, new Promise<null>(resolve => { setTimeout(() => resolve(null), patienceMs) })])
}

/** Whether all of the transaction is in the database. */
function completed(transaction: IDBTransaction): Promise<boolean> {
  return new Promise(resolve => {
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = transaction.onerror = () => resolve(false)
  })
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage'))
  })
}
