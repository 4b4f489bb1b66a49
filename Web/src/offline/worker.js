// Keeps the page itself, and the last answers it read, so that a reload without
// network still opens what people were writing. Writing goes through the document
// store, never through here. Build fills in the name of the build and its files.
const pageCache = 'page-' + 'BUILD'
const answerCache = 'answers'
const files = [/* FILES */]
const remembered = /^\/api\/v1\/(me|fields|agendas|weeks\/[^/]+|sessions\/[^/]+|models\/[^/]+)$/

self.addEventListener('install', event => {
  event.waitUntil(caches.open(pageCache).then(cache => cache.addAll(files)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    const names = await caches.keys()
    await Promise.all(names.filter(name => name.startsWith('page-') && name !== pageCache).map(name => caches.delete(name)))
    await self.clients.claim()
  })())
})

self.addEventListener('fetch', event => {
  const request = event.request
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/api/')) {
    // Whoever signs in or out is somebody else: what was read before is not theirs.
    if (request.method === 'POST' && /\/(sign-in|sign-out)$/.test(url.pathname)) {
      event.waitUntil(caches.delete(answerCache))
    }
    if (request.method === 'GET' && remembered.test(url.pathname)) event.respondWith(networkThenAnswer(request))
    return
  }
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => cached('/')))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(cached(request).then(hit => hit ?? fetch(request)))
})

// What the page read before this worker was there, on somebody's first visit.
self.addEventListener('message', event => {
  const urls = (event.data?.read ?? []).filter(url => {
    const { origin, pathname } = new URL(url)
    return origin === self.location.origin && remembered.test(pathname)
  })
  const read = url => networkThenAnswer(new Request(url, { credentials: 'same-origin', headers: { Accept: 'application/json' } }))
  event.waitUntil(Promise.all(urls.map(url => read(url).catch(() => undefined))))
})

async function cached(request) {
  return (await caches.open(pageCache)).match(request)
}

async function networkThenAnswer(request) {
  const cache = await caches.open(answerCache)
  try {
    const response = await fetch(request)
    if (response.ok) await cache.put(request, response.clone())
    return response
  } catch (error) {
    const hit = await cache.match(request)
    if (hit) return hit
    throw error
  }
}
