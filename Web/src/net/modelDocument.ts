import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isAnotherDocument } from '../model/anotherDocument'
import { ChangeLedger } from '../model/changeLedger'
import type { FieldDefinition } from '../model/fieldDefinition'
import { changedFields, fieldStates } from '../model/fieldStates'
import { allRows, isRemoved, rootTypes, type Row } from '../model/layout'
import { othersWroteIn, showRow } from '../model/removedRows'
import { UndoSteps } from '../model/undoSteps'
import {
  describeSave, isForWantOfRoom, isTriedAgain, refusalOf, type Refusal, type SaveStatus
} from '../model/saveStatus'
import { obstacleOfClose, type Obstacle } from '../model/obstacle'
import { DocumentProvider } from './documentProvider'
import { DocumentStore } from './documentStore'
import { DurableMessages } from './durableMessages'
import { KeptChanges } from './keptChanges'
import { removeKeptWork, workKey, type KeptAbout, type KeptWork } from './keptWork'
import { serverReach } from './serverReach'
import { Signal } from './signal'
import { socketOfDocumentsModelId } from './generated/addresses/sockets'
import { socketUrl } from './socketUrl'
import { unsentWork, type OpenWork } from './unsentWork'

/** The origin of what this person writes; it is what undo takes back. */
const ownEdit = Symbol('own edit')

/** What another window of the same person wrote and left unsent. */
const adopted = Symbol('adopted')

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
/** How long the server's word about what was written last is waited for when the page that shows the model is left. */
const lastWordMs = 10_000

/** One open model: the document, its connection, its copy in the browser, undo, and what may be said about saving. */
export class ModelDocument implements OpenWork {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly undo: Y.UndoManager
  readonly changed = new Signal()
  /** There is something to show: the server's content, or what the browser kept. */
  ready = false
  gone: 'unauthorised' | 'unknown' | 'deleted' | null = null
  status: SaveStatus = { kind: 'loading' }
  /** Fields that others changed since one was last here, or last connected. */
  changedAway: readonly string[] = []

  /** What the fields said when one was last here; null while connected. */
  private seen: ReadonlyMap<string, string> | null = null

  /** The fields that this person has written in since the page was opened, and what was unsent before that. */
  readonly ownFields = new Set<string>()

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
  private impediment: Refusal | null = null
  /** How often in a row, without an acknowledgement between. */
  private refusals = 0
  private refusalTimer: ReturnType<typeof setTimeout> | undefined
  private writable = true
  private offline = false
  /** What the server said when it closed the last connection, until one works again. */
  private closedBecause: Obstacle | null = null
  private readonly stopListening: () => void
  private lastChange: { at: number, place: unknown } = { at: 0, place: null }
  private snapshotTimer: ReturnType<typeof setTimeout> | undefined
  private destroyed = false
  private isLeft = false
  private lastWordTimer: ReturnType<typeof setTimeout> | undefined
  readonly key: string
  /** Records of changes that are in `kept`, by their numbers in the storage. */
  private readonly known = new Set<number>()
  /** Those of them that the server has: they go when the copy of the document has them. */
  private readonly sentRecords = new Set<number>()
  /** Whose structs this page has told the server. */
  private readonly writers = new Set<number>()
  private readonly durable = new DurableMessages()
  /** What the server lacked when it asked last, as an update; null before it has. */
  private lacking: (() => Uint8Array) | null = null
  private unreadStorage = false
  private everTold = false
  private lastWrittenAt: number | null = null
  private wasStuck = false
  private hasLookedAround = false
  private about: KeptAbout | null = null

  constructor(
    private readonly modelId: string, private readonly identity: string,
    private readonly fields: readonly FieldDefinition[]
  ) {
    this.key = workKey(modelId, identity)
    this.undo = new Y.UndoManager(rootTypes(this.doc, fields), {
      trackedOrigins: new Set([ownEdit, restoredEdit]), captureTimeout: Number.MAX_SAFE_INTEGER
    })
    this.doc.on('update', this.updated)
    document.addEventListener('visibilitychange', this.saveWhenHidden)
    window.addEventListener('pagehide', this.saveNow)
    window.addEventListener('beforeunload', this.warn)
    unsentWork.opened(this)
    this.stopListening = serverReach.changed.subscribe(() => this.reachChanged())
    void this.start()
  }

  /** What is kept beside the document, so that what is unsent can be told apart without the server. */
  describe(about: Omit<KeptAbout, 'labels'>): void {
    const labels: Record<string, KeptAbout['labels'][string]> = {}
    for (const { id, label, kind } of this.fields) {
      labels[id] = label
      if (kind.kind === 'rows') for (const column of kind.columns) labels[`${id}/${column.id}`] = column.label
    }
    this.about = { ...about, labels }
    if (this.store !== null && this.ready) this.saveNow()
  }

  unsent(): KeptWork | null {
    if (this.ledger.pending === 0) return null
    return {
      key: this.key, modelId: this.modelId, identity: this.identity, about: this.about, changes: this.kept.unsent,
      numbers: [...this.known], snapshot: Y.encodeStateAsUpdate(this.doc), writtenAt: this.lastWrittenAt,
    }
  }

  /** It cannot be sent from here as things stand: no access, no such model, no right to write, or no room. */
  get isStuck(): boolean {
    return this.ledger.pending > 0 && (this.gone !== null || this.refusal === 'closed' || this.lacksRoom)
  }

  get lacksRoom(): boolean {
    const refusal = this.refusal ?? this.impediment
    return refusal !== null && isForWantOfRoom(refusal)
  }

  /** What is unsent is in the browser's storage. */
  get isKept(): boolean {
    return (this.store?.works ?? false) && this.kept.areKept
  }

  adopt(work: KeptWork): boolean {
    if (this.store === null || this.destroyed) return false
    work.changes.forEach((bytes, index) => {
      const number = work.numbers[index]
      if (number === undefined) this.takeOver(bytes)
      else if (!this.known.has(number)) this.takeOver(bytes, Promise.resolve(number))
    })
    return true
  }

  /** A change that was made elsewhere and is to be sent from here. */
  private takeOver(bytes: Uint8Array, stored?: Promise<number | null>): void {
    try {
      Y.applyUpdate(this.doc, bytes, adopted)
    } catch (error) {
      console.error(error)
      return
    }
    this.count(bytes, false, stored)
    for (const client of Y.parseUpdateMeta(bytes).to.keys()) this.writers.add(client)
    this.provider?.tell(bytes)
    this.refresh()
  }

  retry(): void {
    this.gone = null
    this.provider?.reconnect()
    this.refresh()
  }

  forsake(): void {
    this.destroyed = true
    this.stop()
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
    this.refusalTimer = setTimeout(() => {
      if (this.writable && this.refusal === 'closed') this.provider?.reconnect()
    }, this.refusals > 1 ? refusedAgainMs : 0)
  }

  /**
   * The page that showed it is left. What was written a moment ago is on its way, as a rule: until the server has said
   * that it has it, it would look as if it were not sent.
   */
  destroy(): void {
    if (this.destroyed || !this.synced || this.ledger.pending === 0 || this.isStuck) return this.close()
    this.isLeft = true
    this.provider?.takeLeave()
    this.lastWordTimer = setTimeout(() => this.close(), lastWordMs)
  }

  private close(): void {
    clearTimeout(this.lastWordTimer)
    const left = this.destroyed ? null : this.unsent()
    this.saveNow()
    this.destroyed = true
    this.stop()
    this.undo.destroy()
    this.awareness.destroy()
    this.doc.destroy()
    void this.kept.areAllStored().then(areStored => {
      this.store?.close()
      unsentWork.closed(this, areStored ? null : left)
    })
  }

  private stop(): void {
    window.removeEventListener('beforeunload', this.warn)
    document.removeEventListener('visibilitychange', this.saveWhenHidden)
    window.removeEventListener('pagehide', this.saveNow)
    clearTimeout(this.refusalTimer)
    clearTimeout(this.keepTimer)
    clearTimeout(this.snapshotTimer)
    this.stopListening()
    this.provider?.destroy()
  }

  /** What is nowhere but on this page would go with it: the person decides. */
  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.ledger.pending > 0 && !this.isKept) event.preventDefault()
  }

  private async start(): Promise<void> {
    const store = await DocumentStore.open(this.modelId, this.identity)
    const { snapshot, changes, isWhole } = await store.load()
    if (this.destroyed) return store.close()
    this.store = store
    this.unreadStorage = !isWhole
    if (snapshot) Y.applyUpdate(this.doc, snapshot, store)
    for (const change of changes) this.doc.transact(transaction => {
      Y.applyUpdate(this.doc, change.bytes, store)
      this.noteFields(transaction)
    }, store)
    this.ledger.restore(changes.map(change => change.group))
    changes.forEach((change, index) => {
      this.known.add(change.number)
      this.kept.add(index + 1, Promise.resolve(change.number), change.bytes)
    })
    const held = unsentWork.takeHeld(this.key)
    for (const bytes of held?.changes ?? []) this.takeOver(bytes)
    this.ready = snapshot !== null || changes.length > 0 || held !== null
    if (this.ready) this.remember()
    this.connect()
    this.refresh()
  }

  private connect(): void {
    const url = socketUrl(socketOfDocumentsModelId(this.modelId, { saved: 1, acknowledge: 1 }))
    this.provider = new DocumentProvider(url, this.doc, this.awareness, {
      opened: () => {
        this.ledger.connectionOpened()
        this.durable.connectionOpened()
        this.refusal = null
        this.refresh()
      },
      asked: has => this.asked(Y.decodeStateVector(has)),
      durable: has => this.isDurable(Y.decodeStateVector(has)),
      sent: isWhole => this.sent(isWhole),
      answered: () => this.refresh(),
      acknowledged: count => this.acknowledged(count),
      synced: () => {
        this.synced = true
        this.offline = false
        if (this.ledger.pending === 0) this.closedBecause = null
        this.ready = true
        this.compare()
        this.refresh()
        // What is written in the next moment is to be found with what it was written in.
        this.saveNow()
        void this.findWhatOthersLeft()
      },
      refused: reason => this.refused(reason),
      lost: (code, reason) => this.lost(code, reason),
    })
  }

  /** While the server cannot save, asking again helps nobody: it asks everybody to synchronise when it can. */
  private refused(reason: string): void {
    this.refusal = refusalOf(reason)
    this.refusals += 1
    // Nothing but deletions that a server from a backup does not know: they are unsent as words would be.
    if (!this.ledger.isTold && this.ledger.pending === 0 && this.lacking !== null) this.count(this.lacking(), false)
    if (isTriedAgain(this.refusal)) {
      this.impediment = this.refusal
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

  /**
   * A copy that an earlier identity of this browser left may hold what the server once acknowledged and lacks now: it
   * came back from a backup that knows neither the words nor their writer. That is unsent work like any other.
   */
  private async findWhatOthersLeft(): Promise<void> {
    if (this.hasLookedAround || this.store === null) return
    this.hasLookedAround = true
    const [copies, elsewhere] = await Promise.all([this.store.othersCopies(this.modelId), unsentWork.openElsewhere()])
    if (this.destroyed) return
    const here = Y.encodeStateVector(this.doc)
    const has = Y.decodeStateVector(here)
    let isFound = false
    for (const { key, bytes, at } of copies) {
      if (elsewhere.has(key) || !hasMore(bytes, has)) continue
      isFound = true
      await this.store.keepFor(key, Y.diffUpdate(bytes, here), at)
    }
    if (isFound) void unsentWork.look()
  }

  private isLocal(origin: unknown): boolean {
    return origin !== this.provider && origin !== this.store && origin !== adopted
  }

  /**
   * The server may have less than it once acknowledged: it came back from a backup. What it lacks of that is unsent
   * again, kept and counted like any other change until it is durable anew.
   */
  private asked(has: ReadonlyMap<number, number>): boolean {
    if (isAnotherDocument(this.doc, has, this.kept.unsent)) {
      void this.leaveToAnother()
      return false
    }
    const here = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    const pending = this.kept.unsent.filter(bytes => bytes.length > 0)
    const from = pending.length === 0 ? new Map<number, number>() : Y.parseUpdateMeta(Y.mergeUpdates(pending)).from
    let isOwed = false
    for (const [client, clock] of here) {
      const there = has.get(client) ?? 0
      if (there >= clock) continue
      this.writers.add(client)
      isOwed ||= there < (from.get(client) ?? clock)
    }
    this.lacking = () => Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(new Map(has)))
    if (isOwed) this.count(this.lacking(), false)
    return true
  }

  /** Opens what the server has now; where something is unsent, the person decides first what becomes of it. */
  private async leaveToAnother(): Promise<void> {
    this.provider?.destroy()
    if (this.ledger.pending > 0) {
      this.offline = true
      this.gone = 'unknown'
      return this.refresh()
    }
    this.forsake()
    const isRemoved = await removeKeptWork({ key: this.key, numbers: [] })
    if (isRemoved || !(this.store?.works ?? false)) location.reload()
  }

  private keep(bytes: Uint8Array): Promise<number | null> {
    return this.store?.keep(bytes, this.ledger.currentGroup) ?? Promise.resolve(null)
  }

  /** `stored`: it is in the storage already; otherwise it is put there. */
  private count(bytes: Uint8Array, continues: boolean, stored?: Promise<number | null>): void {
    this.keepAs(this.ledger.change(continues), bytes, stored ?? this.keep(bytes))
  }

  private keepAs(change: number, bytes: Uint8Array, stored: Promise<number | null>): void {
    this.lastWrittenAt = Date.now()
    this.kept.add(change, stored, bytes)
    void stored.then(number => { if (number !== null) this.known.add(number) })
  }

  private sent(isWhole: boolean): void {
    this.ledger.messageSent(isWhole)
    const clients = isWhole ? [...this.writers, this.doc.clientID] : []
    this.durable.messageSent(clients.map(client => [client, Y.getState(this.doc.store, client)]))
  }

  private isDurable(has: ReadonlyMap<number, number>): void {
    const isNewlyThere = this.durable.stated(has)
    // Somebody else had it too, and the server has it now: it will say so when everything is told once more.
    if (this.refusal === 'closed' && this.ledger.pending > 0 && isNewlyThere) this.provider?.reconnect()
    this.believe()
  }

  private acknowledged(count: number): void {
    this.durable.counted(count)
    this.believe()
  }

  private believe(): void {
    // After a refusal the server's count leaves out what it dropped, so it says nothing about the rest.
    if (this.refusal !== null) return
    const { count } = this.durable
    this.refusals = 0
    if (count > 0) this.impediment = null
    if (count > 0) this.closedBecause = null
    const durable = this.ledger.acknowledged(count)
    if (this.ledger.isTold) this.everTold = true
    void this.kept.acknowledged(durable).then(numbers => {
      for (const number of numbers) this.sentRecords.add(number)
      if (this.isLeft && this.ledger.pending === 0 && !this.destroyed) this.close()
      else if (numbers.length > 0) this.scheduleSnapshot()
    })
    this.refresh()
  }

  private lost(code: number, reason: string): void {
    if (this.synced) this.remember()
    this.synced = false
    this.offline = true
    this.closedBecause = obstacleOfClose(code) ?? this.closedBecause
    if (code === 4401 || code === 4403) this.gone = 'unauthorised'
    if (code === 4404) this.gone = reason === 'deleted' ? 'deleted' : 'unknown'
    this.refresh()
  }

  /** Why there is no connection, as far as is known. */
  get obstacle(): Obstacle | null {
    return this.closedBecause ?? serverReach.obstacle
  }

  /** A page that has never been connected is not loading any more once it is known that nothing will come. */
  private reachChanged(): void {
    if (serverReach.obstacle !== null && !this.synced) this.offline = true
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
    this.noteFields(transaction)
    // What one writes oneself while away is no news.
    if (this.seen !== null) this.remember()
    const place = [...transaction.changed.keys()][0] ?? null
    const continues = place === this.lastChange.place && Date.now() - this.lastChange.at < sameChangeMs
    this.lastChange = { at: Date.now(), place }
    // On its way before it is kept, for others wait for it; what comes of sending is heard in another turn.
    const change = this.ledger.change(continues)
    this.provider?.tell(bytes)
    this.keepAs(change, bytes, this.keep(bytes))
    // Perhaps it makes room.
    if (this.refusal !== null && isTriedAgain(this.refusal)) this.tryAgainIn(refusedAgainMs)
    this.refresh()
  }

  private noteFields({ changed }: Y.Transaction): void {
    for (const type of changed.keys()) {
      let root = type
      while (root._item !== null && root._item.parent instanceof Y.AbstractType) root = root._item.parent
      this.ownFields.add(Y.findRootTypeKey(root).split('.')[0] ?? '')
    }
  }

  private scheduleSnapshot(): void {
    clearTimeout(this.snapshotTimer)
    this.snapshotTimer = setTimeout(this.saveNow, snapshotDelayMs)
  }

  private readonly saveNow = (): void => {
    clearTimeout(this.snapshotTimer)
    if (this.destroyed || this.store === null || !this.ready && this.ledger.allAcknowledged) return
    const sent = [...this.sentRecords]
    // What is offered for keeping is what is written now.
    if (this.isStuck) void unsentWork.look()
    void this.store.saveSnapshot(Y.encodeStateAsUpdate(this.doc), this.about ?? undefined, sent).then(isSaved => {
      if (!isSaved) return
      for (const number of sent) {
        this.sentRecords.delete(number)
        this.known.delete(number)
      }
    })
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
    const facts = {
      synced: this.synced, offline: this.offline, pending: this.ledger.pending,
      refused: this.refusal ?? this.impediment, kept: this.isKept,
      told: this.ledger.isTold, unknown: this.unreadStorage && !this.everTold,
    }
    const wasStuck = this.wasStuck
    this.wasStuck = this.isStuck
    if (wasStuck !== this.wasStuck) void unsentWork.look()
    const next = describeSave(facts)
    if (JSON.stringify(next) !== JSON.stringify(this.status)) this.status = next
    this.changed.emit()
  }
}

/** Whether a copy of the document, and of no other under the same id, has what this one lacks. */
function hasMore(copy: Uint8Array, has: ReadonlyMap<number, number>): boolean {
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(copy))
  const isSame = [...clocks.keys()].some(client => has.has(client))
  return isSame && [...clocks].some(([client, clock]) => (has.get(client) ?? 0) < clock)
}
