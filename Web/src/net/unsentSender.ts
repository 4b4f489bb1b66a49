import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isAnotherDocument } from '../model/anotherDocument'
import { ChangeLedger } from '../model/changeLedger'
import { isFinal } from '../model/obstacle'
import { refusalOf, type Refusal } from '../model/saveStatus'
import { DocumentProvider } from './documentProvider'
import type { KeptWork } from './keptWork'
import { socketOfDocumentsModelId } from './generated/addresses/sockets'
import { socketUrl } from './socketUrl'

/** Why kept work could not be sent; it is where it was. */
export type NotSent = Refusal | 'noAccess' | 'unreachable' | 'anotherDocument'

const patienceMs = 20_000

/**
 * Merges kept work into its document as whoever this browser is to the server now, and resolves with null when the
 * server has it on its disk. Sending the same twice changes nothing.
 */
export function sendKeptWork(work: KeptWork): Promise<NotSent | null> {
  const doc = new Y.Doc()
  try {
    if (work.snapshot) Y.applyUpdate(doc, work.snapshot)
    for (const change of work.changes) Y.applyUpdate(doc, change)
  } catch {
    return Promise.resolve('anotherDocument')
  }
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const ledger = new ChangeLedger()
  ledger.change(false)
  let durable: ReadonlyMap<number, number> = new Map()
  return new Promise<NotSent | null>(resolve => {
    const late = setTimeout(() => finish('unreachable'), patienceMs)
    const finish = (outcome: NotSent | null) => {
      clearTimeout(late)
      provider.destroy()
      awareness.destroy()
      doc.destroy()
      resolve(outcome)
    }
    const url = socketUrl(socketOfDocumentsModelId(work.modelId, { saved: 1, acknowledge: 1 }))
    const provider = new DocumentProvider(url, doc, awareness, {
      opened: () => ledger.connectionOpened(),
      asked: has => {
        if (!isAnotherDocument(doc, Y.decodeStateVector(has), work.changes)) return true
        finish('anotherDocument')
        return false
      },
      durable: has => { durable = Y.decodeStateVector(has) },
      sent: isWhole => ledger.messageSent(isWhole),
      answered: () => undefined,
      acknowledged: count => {
        ledger.acknowledged(count)
        // Taken, but it waits for what the server does not have: it is no part of the document.
        if (ledger.isTold) finish(isCovered(work, durable) ? null : 'anotherDocument')
      },
      synced: () => undefined,
      refused: reason => finish(refusalOf(reason)),
      lost: code => { if (isFinal(code)) finish('noAccess') },
    })
  })
}

function isCovered(work: KeptWork, durable: ReadonlyMap<number, number>): boolean {
  const { to } = Y.parseUpdateMeta(Y.mergeUpdates([...work.changes]))
  return [...to].every(([client, clock]) => (durable.get(client) ?? 0) >= clock)
}
