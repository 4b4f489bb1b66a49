import { obstacleOfAnswer } from '../model/obstacle'
import { Unreachable } from './problem'

const place = 'samspil.reloadedFor'
const patienceMs = 8_000
/** The page's own script, which has its content's hash in its name. */
const script = /<script type="module" src="(\/assets\/[^"]+)"/

/**
 * The name of the page's script at the server, where that is another than this page's; null where it is the same.
 * Throws
 * `Unreachable` where no page of ours comes.
 */
export async function newerBuild(): Promise<string | null> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  const response = await fetch('/', { cache: 'no-store', redirect: 'manual', signal: abort.signal })
    .catch(() => {
      throw new Unreachable(abort.signal.aborted ? 'silent' : navigator.onLine ? 'unreachable' : 'offline')
    })
    .finally(() => clearTimeout(timer))
  const theirs = script.exec(await response.text())?.[1]
  if (theirs === undefined) throw new Unreachable(obstacleOfAnswer(response.status, false) ?? 'gateway')
  return document.querySelector(`script[src="${theirs}"]`) === null ? theirs : null
}

/** Loads the page anew, unless that has been done for this build: then it is not what is missing. */
export function reloadOnce(build: string): boolean {
  try {
    if (sessionStorage.getItem(place) === build) return false
    sessionStorage.setItem(place, build)
  } catch {
    return false
  }
  location.reload()
  return true
}
