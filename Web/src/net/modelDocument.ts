import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { ChangeLedger } from '../model/changeLedger'
import type { FieldDefinition } from '../model/fieldDefinition'
import { changedFields, fieldStates } from '../model/fieldStates'
import { allRows, isRemoved, rootTypes, type Row } from '../model/layout'
import { othersWroteIn, showRow } from '../model/removedRows'
import { UndoSteps } from '../model/undoSteps'
import { describeSave, isTriedAgain, refusalOf, type Refusal, type SaveStatus } from '../model/saveStatus'
import { DocumentProvider } from './documentProvider'
import { DocumentStore } from './documentStore'
import { KeptChanges } from './keptChanges'
import { Signal } from './signal'
import { socketUrl } from './socketUrl'

/** The origin of what this person writes; it is what undo takes back. */
const ownEdit = Symbol('own edit')

/** What must be there before one can write in it: others may write there too, so undo leaves it. */
const preparation = Symbol('preparation')

/** Where an edit is written, and how many letters come and go. */
export interface EditPlace { place: string, letters: number }

/** What this person puts back as it was: undone like their writing, and shown in the fields like the others'. */
const restoredEdit = Symbol('restored edit')

/** A pause longer than this, or another place, begins a new change as people count them. */
const sameChangeMs = 1_200
const snapshotDelayMs = 1_000
const refusedAgainMs = 3_000
const keepAgainMs = 2_000
const refusedAgainAtMostMs = 30_000

/** One open model: the document, its connection, its copy in the browser, undo, and what may be said about saving. */
export class ModelDocument {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly undo: Y.UndoManager
  readonly changed = new Signal()
  /** There is something to show: the server's content, or what the browser kept. */
  ready = false
  gone: 'unauthorised' | 'unknown' | null = null
  status: SaveStatus = { kind: 'loading' }
  /** Fields that others changed since one was last here, or last connected. */
  changedAway: readonly string[] = []

  /** What the fields said when one was last here; null while connected. */
  private seen: ReadonlyMap<string, string> | null = null

  /** How many rows an undo would have taken that stayed, because others had written in them. */
  spared = 0

  private readonly steps = new UndoSteps()
  private readonly ledger = new ChangeLedger(Date.now())
  private readonly kept = new KeptChanges(() => this.keepAgain())
  private keepTimer: ReturnType<typeof setTimeout> | undefined
  private provider: DocumentProvider | null = null
  private store: DocumentStore | null = null
  private synced = false
  private refusal: Refusal | null = null
  /** What stands in the way while the page tries again, until something of it has been saved. */
  private obstacle: Refusal | null = null
  /** How often in a row, without an acknowledgement between. */
  private refusals = 0
  private refusalTimer: ReturnType<typeof setTimeout> | undefined
  private writable = true
  private offline = false
  private lastChange: { at: number, place: unknown } = { at: 0, place: null }
  private snapshotTimer: ReturnType<typeof setTimeout> | undefined
  private destroyed = false

  constructor(private readonly modelId: string, private readonly identity: string, private readonly fields: readonly FieldDefinition[]) {
    this.undo = new Y.UndoManager(rootTypes(this.doc, fields), { trackedOrigins: new Set([ownEdit, restoredEdit]), captureTimeout: Number.MAX_SAFE_INTEGER })
    this.doc.on('update', this.updated)
    document.addEventListener('visibilitychange', this.saveWhenHidden)
    window.addEventListener('pagehide', this.saveNow)
    void this.start()
  }

  /** Writes as this person: sent, kept and undoable. Without a place it is one gesture, undone by itself. */
  edit(change: () => void, at?: EditPlace): void {
    if (this.steps.begins(at?.place ?? null, at?.letters ?? 0, Date.now())) this.undo.stopCapturing()
    this.doc.transact(change, ownEdit)
  }

  /** Makes what others may write in too: sent and kept, and not undone. */
  prepare<Made>(make: () => Made): Made {
    const made: Made[] = []
    this.doc.transact(() => { made.push(make()) }, preparation)
    return made[0] as Made
  }

  /** Puts back what was there before: sent, kept and undoable, and shown in fields that are open. */
  putBack(change: () => void): void {
    this.steps.end()
    this.undo.stopCapturing()
    this.doc.transact(change, restoredEdit)
  }

  /** Takes back one's own last step. A row that would go with what others wrote in it stays; see `spared`. */
  takeBack(): void {
    const before = this.visibleRows()
    this.steps.end()
    this.undo.undo()
    const gone = before.filter(row => isRemoved(row) && othersWroteIn(row, this.doc.clientID))
    if (gone.length === 0) return
    this.prepare(() => gone.forEach(showRow))
    this.spared += gone.length
    this.changed.emit()
  }

  /** Does again what was taken back last. */
  doAgain(): void {
    this.steps.end()
    this.undo.redo()
  }

  private visibleRows(): Row[] {
    return this.fields.filter(field => field.kind.kind === 'rows').flatMap(field => allRows(this.doc.getMap(field.id)))
      .map(({ row }) => row).filter(row => !isRemoved(row))
  }

  /** Whether the page believes that one may write. Once it may again, the server is told what it dropped. */
  setWritable(writable: boolean): void {
    this.writable = writable
    if (writable && this.refusal === 'closed') this.retryRefused()
  }

  private retryRefused(): void {
    clearTimeout(this.refusalTimer)
    // Should the server refuse once more (its lock and its word about it crossed), it is asked again a little later.
    this.refusalTimer = setTimeout(() => { if (this.writable && this.refusal === 'closed') this.provider?.reconnect() }, this.refusals > 1 ? refusedAgainMs : 0)
  }

  destroy(): void {
    this.destroyed = true
    this.saveNow()
    document.removeEventListener('visibilitychange', this.saveWhenHidden)
    window.removeEventListener('pagehide', this.saveNow)
    clearTimeout(this.refusalTimer)
    clearTimeout(this.keepTimer)
    this.provider?.destroy()
    this.undo.destroy()
    this.awareness.destroy()
    this.doc.destroy()
    this.store?.close()
  }

  private async start(): Promise<void> {
    const store = await DocumentStore.open(this.modelId, this.identity)
    const { snapshot, changes } = await store.load()
    if (this.destroyed) return store.close()
    this.store = store
    if (snapshot) Y.applyUpdate(this.doc, snapshot, store)
    for (const change of changes) Y.applyUpdate(this.doc, change.bytes, store)
    this.ledger.restore(changes.map(change => change.group))
    changes.forEach((change, index) => this.kept.add(index + 1, Promise.resolve(change.number)))
    this.ready = snapshot !== null || changes.length > 0
    if (this.ready) this.remember()
    this.connect()
    this.refresh()
  }

  private connect(): void {
    const url = socketUrl(`/ws/documents/${encodeURIComponent(this.modelId)}?saved=1&acknowledge=1`)
    this.provider = new DocumentProvider(url, this.doc, this.awareness, {
      opened: () => {
        this.ledger.connectionOpened()
        this.refusal = null
        this.refresh()
      },
      sent: isWhole => { this.ledger.messageSent(isWhole); this.refresh() },
      acknowledged: count => this.acknowledged(count),
      synced: () => {
        this.synced = true
        this.offline = false
        this.ready = true
        this.compare()
        this.refresh()
      },
      refused: reason => this.refused(reason),
      lost: code => this.lost(code),
    }, origin => this.isLocal(origin))
  }

  /** While the server cannot save, asking again helps nobody: it asks everybody to synchronise when it can. */
  private refused(reason: string): void {
    this.refusal = refusalOf(reason)
    this.refusals += 1
    if (isTriedAgain(this.refusal)) {
      this.obstacle = this.refusal
      this.tryAgainIn(Math.min(refusedAgainMs * 2 ** (this.refusals - 1), refusedAgainAtMostMs))
    }
    if (this.refusal === 'closed' && this.writable && this.ledger.pending > 0) this.retryRefused()
    this.refresh()
  }

  /** What was refused is told once more, with what has been written since: perhaps there is room now. */
  private tryAgainIn(delay: number): void {
    clearTimeout(this.refusalTimer)
    this.refusalTimer = setTimeout(() => { if (this.refusal !== null) this.provider?.reconnect() }, delay)
  }

  private isLocal(origin: unknown): boolean {
    return origin !== this.provider && origin !== this.store
  }

  private acknowledged(count: number): void {
    // After a refusal the server's count leaves out what it dropped, so it says nothing about the rest.
    if (this.refusal !== null) return
    this.refusals = 0
    if (count > 0) this.obstacle = null
    const durable = this.ledger.acknowledged(count)
    void this.kept.acknowledged(durable).then(numbers => this.store?.remove(numbers))
    this.refresh()
  }

  private lost(code: number): void {
    if (this.synced) this.remember()
    this.synced = false
    this.offline = true
    if (code === 4401) this.gone = 'unauthorised'
    if (code === 4404) this.gone = 'unknown'
    this.refresh()
  }

  /** What could not be kept is tried once more, all in one, as long as the server does not have it. */
  private keepAgain(): void {
    this.refresh()
    clearTimeout(this.keepTimer)
    this.keepTimer = setTimeout(() => void this.keepTogether(), keepAgainMs)
  }

  private async keepTogether(): Promise<void> {
    if (this.destroyed || !this.kept.haveFailed) return
    await this.store?.reopen()
    const number = await this.store?.keep(Y.encodeStateAsUpdate(this.doc), this.ledger.currentGroup) ?? null
    if (number === null) return this.keepAgain()
    this.kept.keptTogether(number)
    this.refresh()
  }

  private readonly updated = (bytes: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    this.scheduleSnapshot()
    if (!this.isLocal(origin)) return
    // What one writes oneself while away is no news.
    if (this.seen !== null) this.remember()
    const place = [...transaction.changed.keys()][0] ?? null
    const continues = place === this.lastChange.place && Date.now() - this.lastChange.at < sameChangeMs
    this.lastChange = { at: Date.now(), place }
    const change = this.ledger.change(continues)
    const stored = this.store?.keep(bytes, this.ledger.currentGroup) ?? Promise.resolve(null)
    this.kept.add(change, stored)
    // Perhaps it makes room.
    if (this.refusal !== null && isTriedAgain(this.refusal)) this.tryAgainIn(refusedAgainMs)
    this.refresh()
  }

  private scheduleSnapshot(): void {
    clearTimeout(this.snapshotTimer)
    this.snapshotTimer = setTimeout(this.saveNow, snapshotDelayMs)
  }

  private readonly saveNow = (): void => {
    clearTimeout(this.snapshotTimer)
    if (this.store !== null && (this.ready || !this.ledger.allAcknowledged)) this.store.saveSnapshot(Y.encodeStateAsUpdate(this.doc))
  }

  /** One has seen what changed. */
  seenChanges(): void {
    this.changedAway = []
    this.changed.emit()
  }

  private remember(): void {
    this.seen = fieldStates(this.doc, this.fields)
  }

  private compare(): void {
    if (this.seen === null) return
    const now = changedFields(this.seen, fieldStates(this.doc, this.fields))
    this.changedAway = [...new Set([...this.changedAway, ...now])]
    this.seen = null
  }

  private readonly saveWhenHidden = (): void => { if (document.visibilityState === 'hidden') this.saveNow() }

  private refresh(): void {
    const facts = { synced: this.synced, offline: this.offline, pending: this.ledger.pending, refused: this.refusal ?? this.obstacle, kept: (this.store?.works ?? false) && this.kept.areKept }
    const next = describeSave(facts)
    if (JSON.stringify(next) !== JSON.stringify(this.status)) this.status = next
    this.changed.emit()
  }
}
