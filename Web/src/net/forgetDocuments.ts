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
