/** The browser's database of documents; see `DocumentStore` and `keptWork`. */
const databaseName = 'samspil-documents'

/** A browser that answers later than this does not keep the page from opening, nor anybody from signing out. */
export const patienceMs = 3_000

/**
 * Null where the browser has no storage (private windows) or does not answer in time; a database that comes later than
 * that is closed again, so that it stands in nobody's way.
 */
export function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise(resolve => {
    try {
      let isLate = false
      const late = setTimeout(() => {
        isLate = true
        resolve(null)
      }, patienceMs)
      const request = indexedDB.open(databaseName, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore('snapshots', { keyPath: 'key' })
        const changes = request.result.createObjectStore('changes', { keyPath: 'number', autoIncrement: true })
        changes.createIndex('key', 'key')
      }
      request.onsuccess = () => {
        clearTimeout(late)
        if (isLate) request.result.close()
        else resolve(request.result)
      }
      request.onerror = request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

/** Null when there is no answer in time; what was asked for may still come, and is then not waited for. */
export function withinTime<Result>(answer: Promise<Result>): Promise<Result | null> {
  return Promise.race([answer, new Promise<null>(resolve => { setTimeout(() => resolve(null), patienceMs) })])
}

/** Whether all of the transaction is in the database. */
export function completed(transaction: IDBTransaction): Promise<boolean> {
  return new Promise(resolve => {
    transaction.oncomplete = () => resolve(true)
    transaction.onabort = transaction.onerror = () => resolve(false)
  })
}

export function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage'))
  })
}
