import { obstacleOfAnswer, type Obstacle } from '../model/obstacle'
import { addressOfStorage } from './generated/addresses/text'
import { Signal } from './signal'

/** A server that is there answers this question in less, on a slow line too. */
const patienceMs = 6_000
/** One refused upgrade may be a restart; so many beside a working HTTP are a network that lets none through. */
const enoughRefusals = 3
const longestWaitMs = 60_000

/**
 * How a connection ended: after a word of the server's, turned away at once, or after having waited in vain: for the
 * upgrade (`unanswered`), or for a word once it was open (`mute`).
 */
export type Ending = 'spoke' | 'refused' | 'unanswered' | 'mute'

/** What asks for the page's connections; handed in so that a test can be the network. */
export type Ask = (address: string, init: RequestInit) => Promise<Response>

/**
 * What stands between the page and the server. Connections tell how they fare; where one fails the server is asked by
 * HTTP, because a WebSocket's failure says nothing of its reason.
 */
export class ServerReach {
  readonly changed = new Signal()
  /** Null while nothing is known to stand in the way. */
  obstacle: Obstacle | null = null
  private isAsking = false
  private refusals = 0
  /** The last connection was open and nothing came: nobody turns it away. */
  private isMute = false
  private notBefore = 0

  constructor(private readonly fetch: Ask = (address, init) =>
    globalThis.fetch(address, init), private readonly now: () => number = Date.now) {}

  /** The server said something useful over a WebSocket. */
  heard(): void {
    this.refusals = 0
    this.isMute = false
    this.notBefore = 0
    this.set(null)
  }

  /** A connection ended that had said nothing useful, or ended without a word why. */
  failed(how: Ending): void {
    if (how !== 'spoke') this.isMute = how === 'mute'
    // What was opened was not turned away.
    if (how === 'mute') this.refusals = 0
    else this.refusals += how === 'spoke' ? 0 : how === 'refused' ? 1 : 2
    this.doubt()
  }

  /** A connection is taking long. */
  doubt(): void {
    if (this.isAsking) return
    this.isAsking = true
    void this.ask().finally(() => { this.isAsking = false })
  }

  /** Milliseconds that the server has asked to be left alone for. */
  get retryInMs(): number {
    return Math.max(0, this.notBefore - this.now())
  }

  private async ask(): Promise<void> {
    if (globalThis.navigator?.onLine === false) return this.found('offline')
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), patienceMs)
    try {
      const response = await this.fetch(addressOfStorage(), {
        credentials: 'same-origin', cache: 'no-store', redirect: 'manual', signal: abort.signal
      })
      const body: unknown = await response.json().catch(() => null)
      this.remember(response)
      this.found(obstacleOfAnswer(response.status, isOurs(body)))
    } catch {
      this.found(abort.signal.aborted ? 'silent' : 'unreachable')
    } finally {
      clearTimeout(timer)
    }
  }

  private remember(response: Response): void {
    const seconds = Number(response.headers.get('Retry-After') ?? '')
    if (response.status === 503 && seconds > 0) this.notBefore = this.now() + Math.min(seconds * 1_000, longestWaitMs)
  }

  private found(obstacle: Obstacle | null): void {
    // Where HTTP fails as well, it is not WebSockets that are turned away.
    if (obstacle !== null) this.refusals = 0
    this.set(obstacle ?? (this.isMute ? 'silent' : this.refusals >= enoughRefusals ? 'blocked' : null))
  }

  private set(obstacle: Obstacle | null): void {
    if (obstacle === this.obstacle) return
    this.obstacle = obstacle
    this.changed.emit()
  }
}

function isOurs(body: unknown): boolean {
  return typeof body === 'object' && body !== null && typeof (body as { works?: unknown }).works === 'boolean'
}

/** There is one server behind a page. */
export const serverReach = new ServerReach()
