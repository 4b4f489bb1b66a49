// Keeps the page itself, so that a reload without network still opens it. The answers the
// page has read are its own to keep (net/keptAnswers), writing goes through the document
// store; neither comes through here. Build fills in the name of the build and its files.
const pageCache = 'page-' + 'BUILD'
const files = [/* FILES */]

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
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => cached('/')))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(cached(request).then(hit => hit ?? fetch(request)))
})

async function cached(request) {
  return (await caches.open(pageCache)).match(request)
}
