import { useSyncExternalStore } from 'react'
import { parseRoute, type Route } from './routes'

const navigated = 'samspil-navigated'
let navigations = 0

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  window.addEventListener(navigated, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(navigated, listener)
  }
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  const [path = '', query = ''] = address.split('?')
  return parseRoute(path, query)
}

/** Goes to another address of this page without loading it again. */
export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  navigations += 1
  window.scrollTo(0, 0)
  window.dispatchEvent(new Event(navigated))
}

/** Whether one came to what is shown by a link of the page rather than by opening an address. */
export function hasNavigated(): boolean {
  return navigations > 0
}
