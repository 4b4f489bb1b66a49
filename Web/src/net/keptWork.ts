import type { Localized } from '../model/localized'
import { completed, done, openDatabase, withinTime } from './database'

/** What a document is of and who wrote in it, kept beside it: the server may tell neither any more. */
export interface KeptAbout {
  sessionId: string
  /** Titles as they were when it was last open. */
  model: string
  session: string
  /** The name that whoever wrote took part under; empty where it was none. */
  name: string
  /** What fields and columns are called, by `FIELD` and `FIELD/COLUMN`. */
  labels: Readonly<Record<string, Localized>>
}

/** A change as it stands in the database; `at` (ms since the epoch) is missing in older ones. */
export interface ChangeRecord { number?: number, key: string, bytes: Uint8Array, group: number, at?: number }
export interface SnapshotRecord { key: string, bytes: Uint8Array, at: number, about?: KeptAbout }

/** What somebody wrote in one model and the server has not said that it has. */
export interface KeptWork {
  /** `MODEL|IDENTITY`: whoever wrote it, also when they are somebody else to the server now. */
  key: string
  modelId: string
  identity: string
  about: KeptAbout | null
  /** Yjs updates, the first first, and the numbers of their records; without numbers it stands in no storage. */
  changes: readonly Uint8Array[]
  numbers: readonly number[]
  /** The document that they were made in, with them. */
  snapshot: Uint8Array | null
  /** When the last of it was written, ms since the epoch; null where that was not kept. */
  writtenAt: number | null
}

export function workKey(modelId: string, identity: string): string {
  return `${modelId}|${identity}`
}

/**
 * Everything unsent that this browser keeps, whoever wrote it: the server may have made somebody new of them, or may
 * know neither them nor the model any more. Empty where the storage cannot be read.
 */
export async function readKeptWork(): Promise<KeptWork[]> {
  const database = await openDatabase()
  if (database === null) return []
  try {
    const transaction = database.transaction(['snapshots', 'changes'], 'readonly')
    const changes = await withinTime(done(transaction.objectStore('changes').getAll() as IDBRequest<ChangeRecord[]>))
    const keys = [...new Set((changes ?? []).map(change => change.key))]
    const copies = transaction.objectStore('snapshots')
    const snapshots = keys.map(key => done(copies.get(key) as IDBRequest<SnapshotRecord | undefined>))
    const found = await withinTime(Promise.all(snapshots))
    return keys.map((key, index) => workOf(key, (changes ?? []).filter(change => change.key === key), found?.[index]))
  } catch {
    return []
  } finally {
    database.close()
  }
}

function workOf(key: string, changes: readonly ChangeRecord[], snapshot: SnapshotRecord | undefined): KeptWork {
  const at = changes.map(change => change.at ?? 0)
  const cut = key.indexOf('|')
  return {
    key, modelId: key.slice(0, cut), identity: key.slice(cut + 1), about: snapshot?.about ?? null,
    changes: changes.map(change => change.bytes), numbers: changes.map(change => change.number ?? 0),
    snapshot: snapshot?.bytes ?? null, writtenAt: Math.max(0, ...at) || null,
  }
}

/**
 * Removes these changes, and the copy of the document, which holds them too. What was written after they were read
 * stays. False where the browser did not do it.
 */
export async function removeKeptWork({ key, numbers }: Pick<KeptWork, 'key' | 'numbers'>): Promise<boolean> {
  const database = await openDatabase()
  if (database === null) return false
  try {
    const transaction = database.transaction(['snapshots', 'changes'], 'readwrite')
    for (const number of numbers) transaction.objectStore('changes').delete(number)
    transaction.objectStore('snapshots').delete(key)
    return await withinTime(completed(transaction)) ?? false
  } catch {
    return false
  } finally {
    database.close()
  }
}

/**
 * Removes the copies of documents that everything of is sent: for signing out of a borrowed machine. Unsent work stays,
 * whoever wrote it; only a person's own decision about it takes that away (`removeKeptWork`).
 */
export async function forgetDocuments(): Promise<void> {
  const database = await openDatabase()
  if (database === null) return
  try {
    const transaction = database.transaction(['snapshots', 'changes'], 'readwrite')
    const snapshots = transaction.objectStore('snapshots')
    const changes = transaction.objectStore('changes').index('key')
    snapshots.getAllKeys().onsuccess = event => {
      for (const key of (event.target as IDBRequest<IDBValidKey[]>).result) {
        const count = changes.count(key)
        count.onsuccess = () => { if (count.result === 0) snapshots.delete(key) }
      }
    }
    await withinTime(completed(transaction))
  } catch { /* what cannot be reached cannot be removed */ } finally {
    database.close()
  }
}
