import type { Obstacle } from '../model/obstacle'
import { byteLetters } from './chosenFile'
import { prefix } from './generated/address'
import { keepAnswer, keptAnswer } from './keptAnswers'
import { pressAnswered, pressKey } from './pressKeys'
import { obstacleOf, Problem, Unreachable } from './problem'
import { serverHealth } from './serverHealth'

/** A file, sent as it is. */
export type Bytes = Uint8Array
/** Longer than any answer should take; a sleeping network otherwise keeps a button waiting for ever. */
const timeoutMs = 20_000
/** Where this browser has read the same before, that is shown in the place of an answer that is later than this. */
const keptAfterMs = 5_000
const keptAfterAgainMs = 1_000
const slowForMs = 30_000

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'

/**
 * One request for what the generated client says it is answered with. Throws `Problem` where the server says no and
 * `Unreachable` where it says nothing; what this browser has read before and keeps is then answered from its copy.
 */
export async function request<Answer>(
  method: Method, path: string, body?: unknown, extra: Record<string, string> = {}
): Promise<Answer> {
  const { response, answered } = await exchange(method, path, body, extra)
  try {
    const answer: Answer = await response.json()
    answered()
    return answer
  } catch {
    throw new Unreachable()
  }
}

/** The same where the answer is that it was done. */
export async function perform(
  method: Method, path: string, body?: unknown, extra: Record<string, string> = {}
): Promise<void> {
  (await exchange(method, path, body, extra)).answered()
}

async function exchange(
  method: Method, path: string, body: unknown, extra: Record<string, string>
): Promise<{ response: Response, answered: () => void }> {
  const press = method === 'POST' && makesSomething(path) ? [
    path, body instanceof Uint8Array ? byteLetters(body) : JSON.stringify(body) ?? '', JSON.stringify(extra)
  ].join('\n') : null
  const key = press === null ? null : pressKey(press)
  const response = await send(method, path, body, key === null ? extra : { ...extra, 'Idempotency-Key': key })
  /** Not before the whole answer is there. Who says no has made nothing; who fails may have. */
  const answered = () => { if (press !== null && key !== null && response.status < 500) pressAnswered(press, key) }
  if (response.status === 503) void serverHealth.ask()
  if (response.ok) return { response, answered }
  answered()
  throw Problem.from(response.status, await response.json().catch(() => null))
}

function makesSomething(path: string): boolean {
  return !path.startsWith('/sign-') && !path.endsWith('/preview')
}

async function send(method: Method, path: string, body: unknown, extra: Record<string, string>): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  Object.assign(headers, extra)
  // A file is sent as it is.
  const content = body instanceof Uint8Array ? body : JSON.stringify(body)
  const kept = method === 'GET' ? keptAnswer(prefix + path) : Promise.resolve(undefined)
  const answer = fetch(prefix + path, {
    method, headers, credentials: 'same-origin', signal: abort.signal, cache: 'no-store', redirect: 'manual',
    ...(body !== undefined ? { body: content } : {}),
  })
  try {
    const response = await Promise.race([answer, late(kept, answer)])
    const obstacle = obstacleOf(response)
    if (obstacle !== null) return await kept ?? unreachable(obstacle)
    // What was kept is in no need of it; that is told by who knows what it is.
    if (method === 'GET' && response.ok && response !== await kept) void keepAnswer(prefix + path, response.clone())
    return response
  } catch (error) {
    if (error instanceof Unreachable) throw error
    return await kept ?? unreachable(abort.signal.aborted
      ? 'silent'
      : globalThis.navigator?.onLine === false ? 'offline' : 'unreachable')
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}

function unreachable(obstacle: Obstacle): never {
  throw new Unreachable(obstacle)
}

/** When an answer was last given up for what is kept: the next one is not waited for as long once more. */
let gaveUpAt = -Infinity

/** What this browser keeps, where it keeps something, once one has waited for long enough. */
async function late(kept: Promise<Response | undefined>, answer: Promise<Response>): Promise<Response> {
  const isKnownToBeSlow = Date.now() - gaveUpAt < slowForMs
  let isAnswered = false
  void answer.catch(() => undefined).then(() => { isAnswered = true })
  await new Promise(resolve => setTimeout(resolve, isKnownToBeSlow ? keptAfterAgainMs : keptAfterMs))
  const hit = await kept
  gaveUpAt = hit && !isAnswered ? Date.now() : -Infinity
  return hit ?? new Promise<never>(() => undefined)
}
