import type { Fault } from '../model/generated/types'
import { obstacleOfAnswer, type Obstacle } from '../model/obstacle'

/** `file`, `row` and `column` where a table was brought. */
export type { Fault } from '../model/generated/types'

/** An answer of the server that says no: RFC 9457 problem details. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly titleDa: string, readonly titleEn: string,
    readonly detailDa: string, readonly detailEn: string,
    readonly faults: readonly Fault[],
  ) {
    super(`${status} ${titleDa}`)
    this.name = 'Problem'
  }

  static from(status: number, body: unknown): Problem {
    const object = typeof body === 'object' && body !== null ? body as Record<string, unknown> : {}
    const text = (name: string) => typeof object[name] === 'string' ? object[name] as string : ''
    const faults = Array.isArray(object['faults']) ? object['faults'] as Fault[] : []
    return new Problem(status, text('title'), text('titleEn')
      || text('title'), text('detail'), text('detailEn') || text('detail'), faults)
  }
}

/** No answer of the server's came; `obstacle` is what came instead, or did not. */
export class Unreachable extends Error {
  constructor(readonly obstacle: Obstacle = 'unreachable') {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

/**
 * What answered in the server's place; null where it was the server. That says no as JSON, and never answers with a
 * page what was asked for by a script.
 */
export function obstacleOf(response: Response): Obstacle | null {
  const type = response.headers.get('Content-Type') ?? ''
  const isOurs = response.ok ? !type.startsWith('text/html') : type.includes('json')
  return isOurs ? null : obstacleOfAnswer(response.status, false)
}
