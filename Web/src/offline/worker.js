// Keeps the page itself, so that a reload without network still opens it, and one behind a proxy
// that answers in the server's place or never. The answers the page has read are its own to keep
// (net/keptAnswers), writing goes through the document store; neither comes through here. Build
// fills in the name of the build and its files.
const pageCache = 'page-' + 'BUILD'
const files = [/* FILES */]

// The page itself is a kilobyte: who waits longer for it waits for somebody who will not answer.
const patienceMs = 5000

self.addEventListener('install', event => {
  event.waitUntil(caches.open(pageCache).then(cache => cache.addAll(files)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    // A build that was taken back and is put in again is no former one, until it is the next time.
    await (await caches.open(pageCache)).delete(ended)
    const names = await caches.keys()
    await Promise.all(names.filter(name => name.startsWith('page-') && name !== pageCache).map(endFormer))
    await self.clients.claim()
  })())
})

// Pages of the former build may be open still, and have parts to come: it is kept for a day from when this one took its
// place. Names in /assets/ have their content's hash in them, so builds share one name space.
const formerKeptMs = 24 * 60 * 60 * 1000
const ended = '/superseded'

async function endFormer(name) {
  const cache = await caches.open(name)
  const since = await cache.match(ended)
  if (!since) return cache.put(ended, new Response(String(Date.now())))
  if (Date.now() - Number(await since.text()) > formerKeptMs) await caches.delete(name)
}

self.addEventListener('fetch', event => {
  const request = event.request
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method !== 'GET') return
  // A document that is fetched by its address may take its time.
  if (url.pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then(hit => hit ?? fetch(request)))
  }
})

// The server's page. In its place the kept one where the network fails, something in front of the
// server says that it is not there (5xx), or nothing comes. A redirect is followed by the browser:
// a guest network's page is where one signs in to it.
async function page(request) {
  const kept = cached('/')
  const answer = fetch(request)
  const late = new Promise(resolve => setTimeout(resolve, patienceMs)).then(() => kept).then(hit => hit ?? answer)
  try {
    const response = await Promise.race([answer, late])
    return response.status >= 500 ? await kept ?? response : response
  } catch (error) {
    const hit = await kept
    if (hit) return hit
    throw error
  } finally {
    answer.catch(() => undefined)
  }
}

async function cached(request) {
  return (await caches.open(pageCache)).match(request)
}
