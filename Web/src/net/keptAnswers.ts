import { withinTime } from './database'

/** The browser's copies of what the page last read, by address. */
const cacheName = 'answers'

/** What opening a page needs; lists that only show the newest state are not worth an old copy. */
const kept = /^\/api\/v1\/(me|fields|limits|agendas|weeks\/[^/]+|sessions\/[^/]+|models\/[^/]+)$/

/**
 * Keeps the answer, so that a reload without network still opens what people were writing. The page does this
 * itself and at once: the service worker may take charge only after the network has gone.
 * Where the browser has no such store (no TLS, private windows) nothing is kept.
 */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (!kept.test(path) || !('caches' in globalThis)) return
  try {
    await (await caches.open(cacheName)).put(path, response)
  } catch { /* no room, or not allowed: the page works, only not opened offline */ }
}

/** The last answer read from this address. */
export async function keptAnswer(path: string): Promise<Response | undefined> {
  if (!kept.test(path) || !('caches' in globalThis)) return undefined
  try {
    return await withinTime(caches.open(cacheName).then(cache => cache.match(path))) ?? undefined
  } catch {
    return undefined
  }
}

/** Whoever signs in or out is somebody else: what was read before is not theirs. */
export async function forgetAnswers(): Promise<void> {
  if ('caches' in globalThis) await withinTime(caches.delete(cacheName).catch(() => false))
}
