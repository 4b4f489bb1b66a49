/** The browser's database of documents; see `DocumentStore`. */
export const databaseName = 'samspil-documents'

/** Removes everything kept for everybody on this browser: for signing out of a borrowed machine. */
export function forgetDocuments(): Promise<void> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.deleteDatabase(databaseName)
      request.onsuccess = request.onerror = request.onblocked = () => resolve()
    } catch {
      resolve()
    }
  })
}

/** How many records of changes the server does not have yet are kept in this browser; 0 where it cannot be told. */
export function countUnsent(): Promise<number> {
  return new Promise(resolve => {
    try {
      const request = indexedDB.open(databaseName)
      // Made just now: nothing was ever kept. The half-made database must not stay, it would lack its stores.
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onerror = request.onblocked = () => resolve(0)
      request.onsuccess = () => {
        const count = request.result.transaction('changes').objectStore('changes').count()
        count.onsuccess = () => resolve(count.result)
        count.onerror = () => resolve(0)
        request.result.close()
      }
    } catch {
      resolve(0)
    }
  })
}
