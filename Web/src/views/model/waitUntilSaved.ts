import { Unreachable } from '../../net/problem'
import type { ModelDocument } from '../../net/modelDocument'

const patienceMs = 8_000

/** Resolves when all that was written here is durable at the server; one confirms what others can read. */
export function waitUntilSaved(document: ModelDocument): Promise<void> {
  if (document.status.kind === 'saved') return Promise.resolve()
  return new Promise((resolve, reject) => {
    const finish = (outcome: () => void) => {
      clearTimeout(timer)
      stop()
      outcome()
    }
    const timer = setTimeout(() => finish(() => reject(new Unreachable())), patienceMs)
    const stop = document.changed.subscribe(() => { if (document.status.kind === 'saved') finish(resolve) })
  })
}
