import { byteLetters } from './chosenFile'
import { keepAnswer, keptAnswer } from './keptAnswers'
import { pressAnswered, pressKey } from './pressKeys'
import { Problem, Unreachable } from './problem'
import { serverHealth } from './serverHealth'

const prefix = '/api/v1'
/** Longer than any answer should take; a sleeping network otherwise keeps a button waiting for ever. */
const timeoutMs = 20_000

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'

/**
 * One request. Throws `Problem` where the server says no and `Unreachable` where it says nothing;
 * what this browser has read before and keeps is then answered from its copy.
 */
export async function request<Answer>(method: Method, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<Answer> {
  const press = method === 'POST' && makesSomething(path) ? [path, body instanceof Uint8Array ? byteLetters(body) : JSON.stringify(body) ?? '', JSON.stringify(extra)].join('\n') : null
  const key = press === null ? null : pressKey(press)
  const response = await send(method, path, body, key === null ? extra : { ...extra, 'Idempotency-Key': key })
  /** Not before the whole answer is there. Who says no has made nothing; who fails may have. */
  const answered = () => { if (press !== null && key !== null && response.status < 500) pressAnswered(press, key) }
  if (response.status === 503) void serverHealth.ask()
  if (!response.ok || response.status === 204) answered()
  if (!response.ok) throw Problem.from(response.status, await response.json().catch(() => null))
  if (response.status === 204) return undefined as Answer
  try {
    const answer = await response.json() as Answer
    answered()
    return answer
  } catch {
    throw new Unreachable()
  }
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
  try {
    const response = await fetch(prefix + path, {
      method, headers, credentials: 'same-origin', signal: abort.signal, cache: 'no-store',
      ...(body !== undefined ? { body: content } : {}),
    })
    if (method === 'GET' && response.ok) void keepAnswer(prefix + path, response.clone())
    return response
  } catch {
    const kept = method === 'GET' ? await keptAnswer(prefix + path) : undefined
    if (kept) return kept
    throw new Unreachable()
  } finally {
    clearTimeout(timer)
  }
}
