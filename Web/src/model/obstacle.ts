/**
 * Why the server is not heard, as far as a page can tell. The first ones are what a question by HTTP finds
 * (`ServerReach`), the others what the server itself said when it closed a connection.
 */
export type Obstacle =
  /** The browser knows of no network. */
  | 'offline'
  /** Nothing takes the connection: no way there, or no server. */
  | 'unreachable'
  /** Something takes it, and never answers. */
  | 'silent'
  /** What stands in front of the server answers in its place: 502, 504, and whatever else is not ours. */
  | 'gateway'
  /** 503: come back later. */
  | 'busy'
  /** Another page comes instead, as a guest network's that wants one to sign in. */
  | 'portal'
  /** HTTP works, WebSockets are turned away. */
  | 'blocked'
  | 'restart' | 'overloaded' | 'tooMany' | 'malformed' | 'tooLarge' | 'internal'

/**
 * What a close code (RFC 6455 section 7.4, and the server's own from 4000) says; null where it says nothing by itself.
 */
export function obstacleOfClose(code: number): Obstacle | null {
  switch (code) {
    case 1001: case 1012: return 'restart'
    case 1007: case 1008: return 'malformed'
    case 1009: return 'tooLarge'
    case 1011: return 'internal'
    case 1013: return 'overloaded'
    case 4429: return 'tooMany'
    default: return null
  }
}

/** Not allowed (403 is what proxies say), or gone: asking again will not help. */
export function isFinal(code: number): boolean {
  return code === 4401 || code === 4403 || code === 4404
}

/** The server closed for what this page sent: it would do so again at once. */
export function isForWhatWasSent(code: number): boolean {
  return code === 1007 || code === 1008 || code === 1009 || code === 4429
}

/** Whether there may be no network at all; of everything else that word would be wrong. */
export function mayBeOffline(obstacle: Obstacle | null): boolean {
  return obstacle === null || obstacle === 'offline' || obstacle === 'unreachable'
}

/**
 * What an HTTP answer to the page's own question says; null where it is the server's. `isOurs`: it had the form of one.
 */
export function obstacleOfAnswer(status: number, isOurs: boolean): Obstacle | null {
  if (status === 503) return 'busy'
  if (status === 0 || status >= 300 && status < 400 || status === 407 || status === 511) return 'portal'
  if (isOurs) return null
  return status >= 200 && status < 300 ? 'portal' : 'gateway'
}
