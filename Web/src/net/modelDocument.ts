import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isAnotherDocument } from '../model/anotherDocument'
import type { FieldDefinition } from '../model/fieldDefinition'
import { obstacleOfClose, type Obstacle } from '../model/obstacle'
import { describeSave, type SaveStatus } from '../model/saveStatus'
import { ChangesAway } from './changesAway'
import { DocumentCopy, type Kept } from './documentCopy'
import { DocumentProvider } from './documentProvider'
import { removeKeptWork, workKey, type KeptAbout, type KeptWork } from './keptWork'
import { OwnChanges } from './ownChanges'
import { OwnSteps, type EditPlace } from './ownSteps'
import { serverReach } from './serverReach'
import { ServerRefusals } from './serverRefusals'
import { Signal } from './signal'
import { socketOfDocumentsModelId } from './generated/addresses/sockets'
import { socketUrl } from './socketUrl'
import { unsentWork, type OpenWork } from './unsentWork'

export type { EditPlace } from './ownSteps'

/** The origin of what another window of the same person wrote and left unsent. */
const adopted = Symbol('adopted')

/** How long the server's word about what was written last is waited for when the page that shows the model is left. */
const lastWordMs = 10_000

/**
 * One open model: the document, its connection, and what may be said about saving. What undo takes back is in
 * `OwnSteps`, what the server has of one's own changes in `OwnChanges`, why it takes none in `ServerRefusals`, what the
 * browser keeps in `DocumentCopy`; here each hears what concerns it.
 */
export class ModelDocument implements OpenWork {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly changed = new Signal()
  readonly key: string
  /** There is something to show: the server's content, or what the browser kept. */
  ready = false
  gone: 'unauthorised' | 'unknown' | 'deleted' | null = null
  status: SaveStatus = { kind: 'loading' }
  /** The fields that this person has written in since the page was opened, and what was unsent before that. */
  readonly ownFields = new Set<string>()

  private readonly steps: OwnSteps
  private readonly own = new OwnChanges(this.doc)
  private readonly refusals = new ServerRefusals(() => this.provider?.reconnect())
  private readonly copy: DocumentCopy
  private readonly away: ChangesAway
  private provider: DocumentProvider | null = null
  private synced = false
  private offline = false
  /** What the server said when it closed the last connection, until one works again. */
  private closedBecause: Obstacle | null = null
  private readonly stopListening: () => void
  private destroyed = false
  private isLeft = false
  private lastWordTimer: ReturnType<typeof setTimeout> | undefined
  private wasStuck = false

  constructor(
    readonly modelId: string, private readonly identity: string,
    private readonly fields: readonly FieldDefinition[]
  ) {
    this.key = workKey(modelId, identity)
    this.steps = new OwnSteps(this.doc, fields)
    this.away = new ChangesAway(this.doc, fields)
    this.copy = new DocumentCopy(modelId, identity, this.doc, {
      hasContent: () => this.ready || !this.own.areAllDurable,
      group: () => this.own.currentGroup,
      // What is offered for keeping is what is written now.
      aboutToSave: () => { if (this.isStuck) void unsentWork.look() },
      changed: () => this.refresh(),
    })
    this.doc.on('update', this.updated)
    window.addEventListener('beforeunload', this.warn)
    unsentWork.opened(this)
    this.stopListening = serverReach.changed.subscribe(() => this.reachChanged())
    void this.copy.open(kept => this.start(kept))
  }

  // What this person writes

  get undo(): Y.UndoManager {
    return this.steps.undo
  }

  /** How many rows an undo would have taken that stayed, because others had written in them. */
  get spared(): number {
    return this.steps.spared
  }

  /** Writes as this person: sent, kept and undoable. Without a place it is one gesture, undone by itself. */
  edit(change: () => void, at?: EditPlace): void {
    this.steps.edit(change, at)
  }

  /** Makes what others may write in too: sent and kept, and not undone. */
  prepare<Made>(make: () => Made): Made {
    return this.steps.prepare(make)
  }

  /** Puts back what was there before: sent, kept and undoable, and shown in fields that are open. */
  putBack(change: () => void): void {
    this.steps.putBack(change)
  }

  /** Takes back one's own last step. A row that would go with what others wrote in it stays; see `spared`. */
  takeBack(): void {
    if (this.steps.takeBack()) this.changed.emit()
  }

  /** Does again what was taken back last. */
  doAgain(): void {
    this.steps.doAgain()
  }

  /** Fields that others changed since one was last here, or last connected. */
  get changedAway(): readonly string[] {
    return this.away.current
  }

  /** One has seen what changed. */
  seenChanges(): void {
    this.away.looked()
    this.changed.emit()
  }

  // What is unsent

  /** What is kept beside the document, so that what is unsent can be told apart without the server. */
  describe(about: Omit<KeptAbout, 'labels'>): void {
    const labels: Record<string, KeptAbout['labels'][string]> = {}
    for (const { id, label, kind } of this.fields) {
      labels[id] = label
      if (kind.kind === 'rows') for (const column of kind.columns) labels[`${id}/${column.id}`] = column.label
    }
    this.copy.describe({ ...about, labels })
    if (this.ready) this.copy.saveNow()
  }

  unsent(): KeptWork | null {
    if (this.own.pending === 0) return null
    return { key: this.key, modelId: this.modelId, identity: this.identity, ...this.copy.work }
  }

  /** It cannot be sent from here as things stand: no access, no such model, no right to write, or no room. */
  get isStuck(): boolean {
    return this.own.pending > 0 && (this.gone !== null || this.refusals.isClosed || this.lacksRoom)
  }

  get lacksRoom(): boolean {
    return this.refusals.lacksRoom
  }

  /** What is unsent is in the browser's storage. */
  get isKept(): boolean {
    return this.copy.isKept
  }

  adopt(work: KeptWork): boolean {
    if (!this.copy.isOpen || this.destroyed) return false
    work.changes.forEach((bytes, index) => {
      const number = work.numbers[index]
      if (number === undefined) this.takeOver(bytes)
      else if (!this.copy.has(number)) this.takeOver(bytes, Promise.resolve(number))
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
    this.copy.keep(this.own.added(), bytes, stored)
    this.own.tellsFor(bytes)
    this.provider?.tell(bytes)
    this.refresh()
  }

  private readonly updated = (bytes: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    this.copy.scheduleSnapshot()
    if (origin === this.provider || origin === this.copy || origin === adopted) return
    this.noteFields(transaction)
    this.away.wroteOneself()
    // On its way before it is kept, for others wait for it; what comes of sending is heard in another turn.
    const change = this.own.made([...transaction.changed.keys()][0] ?? null)
    this.provider?.tell(bytes)
    this.copy.keep(change, bytes)
    this.refusals.wrote()
    this.refresh()
  }

  private noteFields({ changed }: Y.Transaction): void {
    for (const type of changed.keys()) {
      let root = type
      while (root._item !== null && root._item.parent instanceof Y.AbstractType) root = root._item.parent
      this.ownFields.add(Y.findRootTypeKey(root).split('.')[0] ?? '')
    }
  }

  // Opening and leaving

  private start({ snapshot, changes }: Kept): void {
    if (snapshot) Y.applyUpdate(this.doc, snapshot, this.copy)
    for (const change of changes) this.doc.transact(transaction => {
      Y.applyUpdate(this.doc, change.bytes, this.copy)
      this.noteFields(transaction)
    }, this.copy)
    this.own.restore(changes.map(change => change.group))
    const held = unsentWork.takeHeld(this.key)
    for (const bytes of held?.changes ?? []) this.takeOver(bytes)
    this.ready = snapshot !== null || changes.length > 0 || held !== null
    if (this.ready) this.away.left()
    this.connect()
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

  /**
   * The page that showed it is left. What was written a moment ago is on its way, as a rule: until the server has said
   * that it has it, it would look as if it were not sent.
   */
  destroy(): void {
    if (this.destroyed || !this.synced || this.own.pending === 0 || this.isStuck) return this.close()
    this.isLeft = true
    this.provider?.takeLeave()
    this.lastWordTimer = setTimeout(() => this.close(), lastWordMs)
  }

  private close(): void {
    clearTimeout(this.lastWordTimer)
    const left = this.destroyed ? null : this.unsent()
    this.copy.saveNow()
    this.destroyed = true
    this.stop()
    this.undo.destroy()
    this.awareness.destroy()
    this.doc.destroy()
    this.copy.close(areStored => unsentWork.closed(this, areStored ? null : left))
  }

  private stop(): void {
    window.removeEventListener('beforeunload', this.warn)
    this.refusals.stop()
    this.copy.end()
    this.stopListening()
    this.provider?.destroy()
  }

  /** What is nowhere but on this page would go with it: the person decides. */
  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.own.pending > 0 && !this.isKept) event.preventDefault()
  }

  // What the connection says

  private connect(): void {
    const url = socketUrl(socketOfDocumentsModelId(this.modelId, { saved: 1, acknowledge: 1 }))
    this.provider = new DocumentProvider(url, this.doc, this.awareness, {
      opened: () => {
        this.own.connectionOpened()
        this.refusals.connectionOpened()
        this.refresh()
      },
      asked: has => this.asked(Y.decodeStateVector(has)),
      durable: has => this.isDurable(Y.decodeStateVector(has)),
      sent: isWhole => this.own.messageSent(isWhole),
      answered: () => this.refresh(),
      acknowledged: count => {
        this.own.counted(count)
        this.believe()
      },
      synced: () => {
        this.synced = true
        this.offline = false
        if (this.own.pending === 0) this.closedBecause = null
        this.ready = true
        this.away.cameBack()
        this.refresh()
        // What is written in the next moment is to be found with what it was written in.
        this.copy.saveNow()
        void this.copy.findWhatOthersLeft()
      },
      refused: reason => this.refused(reason),
      lost: (code, reason) => this.lost(code, reason),
    })
  }

  /** What the server lacks of what it once acknowledged is unsent again, until it is durable anew. */
  private asked(has: ReadonlyMap<number, number>): boolean {
    if (isAnotherDocument(this.doc, has, this.copy.unsent)) {
      void this.leaveToAnother()
      return false
    }
    this.addUnsent(this.own.asked(has, this.copy.unsent))
    return true
  }

  private addUnsent(bytes: Uint8Array | null): void {
    if (bytes !== null) this.copy.keep(this.own.added(), bytes)
  }

  /** Opens what the server has now; where something is unsent, the person decides first what becomes of it. */
  private async leaveToAnother(): Promise<void> {
    this.provider?.destroy()
    if (this.own.pending > 0) {
      this.offline = true
      this.gone = 'unknown'
      return this.refresh()
    }
    this.forsake()
    const isRemoved = await removeKeptWork({ key: this.key, numbers: [] })
    if (isRemoved || !this.copy.works) location.reload()
  }

  private refused(reason: string): void {
    this.addUnsent(this.own.droppedUncounted())
    this.refusals.came(reason, this.own.pending > 0)
    this.refresh()
  }

  /** Whether the page believes that one may write. Once it may again, the server is told what it dropped. */
  setWritable(writable: boolean): void {
    this.refusals.setWritable(writable)
  }

  private isDurable(has: ReadonlyMap<number, number>): void {
    const isNewlyThere = this.own.stated(has)
    // Somebody else had it too, and the server has it now: it will say so when everything is told once more.
    if (this.refusals.isClosed && this.own.pending > 0 && isNewlyThere) this.provider?.reconnect()
    this.believe()
  }

  private believe(): void {
    // After a refusal the server's count leaves out what it dropped, so it says nothing about the rest.
    if (this.refusals.isRefused) return
    const count = this.own.durableMessages
    this.refusals.taken(count > 0)
    if (count > 0) this.closedBecause = null
    this.copy.acknowledged(this.own.believe(count), records => {
      if (this.isLeft && this.own.pending === 0 && !this.destroyed) this.close()
      else if (records > 0) this.copy.scheduleSnapshot()
    })
    this.refresh()
  }

  private lost(code: number, reason: string): void {
    if (this.synced) this.away.left()
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

  private refresh(): void {
    const facts = {
      synced: this.synced, offline: this.offline, pending: this.own.pending, refused: this.refusals.reason,
      kept: this.isKept, told: this.own.isTold, unknown: this.copy.isUnread && !this.own.isEverTold,
    }
    const wasStuck = this.wasStuck
    this.wasStuck = this.isStuck
    if (wasStuck !== this.wasStuck) void unsentWork.look()
    const next = describeSave(facts)
    if (JSON.stringify(next) !== JSON.stringify(this.status)) this.status = next
    this.changed.emit()
  }
}
