import { readKeptWork, removeKeptWork, type KeptWork } from './keptWork'
import { Signal } from './signal'
import { onWakeUp } from './wakeUp'

const lookEveryMs = 15_000
/** Another window of this browser answers within this, or has none of the documents open. */
const answerMs = 150
const afterClosingMs = 1_000

/** A document that this page has open, as far as its unsent work is concerned. */
export interface OpenWork {
  readonly key: string
  /** What of it is unsent; null where nothing is. */
  unsent(): KeptWork | null
  /** It will not be sent by itself: there is no access, no model, or no right to write. */
  readonly isStuck: boolean
  /** The server takes no more of it unless somebody makes room. */
  readonly lacksRoom: boolean
  /** Takes over what another window of the same person left behind. False: not yet. */
  adopt(work: KeptWork): boolean
  /** Tries to send it now; nothing happens where that is not possible. */
  retry(): void
  /** The person does not want it any more: nothing of it may be kept or sent from here. */
  forsake(): void
}

type Told = { kind: 'who', id: string } | { kind: 'open', id: string, keys: string[] } | { kind: 'changed' }

/**
 * Finds unsent work wherever it is: in this browser's storage, whoever wrote it and in whichever model, and in the
 * memory of this page where there was no storage. Documents that a window has open look after themselves until they
 * cannot.
 */
export class UnsentWork {
  readonly changed = new Signal()
  /** What the person is to be shown, the last first. */
  shown: readonly KeptWork[] = []

  private readonly open = new Set<OpenWork>()
  /** Where the browser kept nothing, what pages left behind when they were closed. */
  private readonly held = new Map<string, KeptWork>()
  private channel: BroadcastChannel | null = null
  private answers = new Map<string, Set<string>>()
  private looking: Promise<void> | null = null
  private again = false

  /** Looks at once, when the page is looked at again, when another window closes, and now and then. */
  start(): void {
    try {
      this.channel = new BroadcastChannel('samspil-unsent')
      this.channel.onmessage = (event: MessageEvent<Told>) => this.heard(event.data)
    } catch { /* then other windows are taken for closed: what they have open is sent twice, which changes nothing */ }
    onWakeUp(() => void this.look())
    window.addEventListener('pagehide', () => this.tell({ kind: 'changed' }))
    window.addEventListener('beforeunload', event => { if (this.held.size > 0) event.preventDefault() })
    setInterval(() => { if (document.visibilityState === 'visible') void this.look() }, lookEveryMs)
    void this.look()
  }

  opened(work: OpenWork): void {
    this.open.add(work)
    void this.look()
  }

  /** What could not be kept in the browser is held as long as the page lives. */
  closed(work: OpenWork, held: KeptWork | null): void {
    this.open.delete(work)
    if (held !== null) this.held.set(work.key, held)
    this.tell({ kind: 'changed' })
    void this.look()
  }

  /** What is held of this document; whoever takes it keeps it. */
  takeHeld(key: string): KeptWork | null {
    const held = this.held.get(key) ?? null
    this.held.delete(key)
    return held
  }

  /** Everything unsent, also what open documents are sending. */
  async everything(): Promise<KeptWork[]> {
    const here = unsentOf([...this.open])
    const kept = await readKeptWork()
    return [...here, ...this.held.values(), ...kept.filter(one => !here.some(open => open.key === one.key))]
  }

  /** It is sent, or the person has decided that it is to go. False where the browser did not remove it. */
  async remove(work: KeptWork): Promise<boolean> {
    for (const open of [...this.open]) {
      if (open.key !== work.key) continue
      open.forsake()
      this.open.delete(open)
    }
    const isRemoved = await removeKeptWork(work) || work.numbers.length === 0
    if (isRemoved) this.held.delete(work.key)
    this.tell({ kind: 'changed' })
    await this.look()
    return isRemoved
  }

  /** Tries once more to send what the page has open. */
  retry(work: KeptWork): void {
    for (const open of this.open) if (open.key === work.key) open.retry()
  }

  /** Whether this page has it open and was told that there is no room for it; it is sent by itself once there is. */
  lacksRoom(work: KeptWork): boolean {
    return [...this.open].some(open => open.key === work.key && open.lacksRoom)
  }

  /** Whether this page shows the document that it was written in. */
  isOpenHere(work: KeptWork): boolean {
    return [...this.open].some(open => open.key === work.key)
  }

  look(): Promise<void> {
    if (this.looking !== null) {
      this.again = true
      return this.looking
    }
    this.looking = this.lookOnce().finally(() => {
      this.looking = null
      if (!this.again) return
      this.again = false
      void this.look()
    })
    return this.looking
  }

  private async lookOnce(): Promise<void> {
    const kept = await readKeptWork()
    const elsewhere = kept.length === 0 ? new Set<string>() : await this.openElsewhere()
    const left = kept.filter(work => !elsewhere.has(work.key))
    for (const open of this.open) {
      for (const work of left) if (work.key === open.key) open.adopt(work)
      const held = this.held.get(open.key)
      if (held !== undefined && open.adopt(held)) this.held.delete(open.key)
    }
    const closed = left.filter(work => ![...this.open].some(open => open.key === work.key))
    const stuck = unsentOf([...this.open].filter(open => open.isStuck))
    this.show([...stuck, ...this.held.values(), ...closed].sort((a, b) => (b.writtenAt ?? 0) - (a.writtenAt ?? 0)))
  }

  private show(works: KeptWork[]): void {
    const said = (one: KeptWork) => `${one.key} ${one.changes.length} ${one.numbers.join()} ${one.writtenAt ?? ''}`
    if (works.map(said).join('\n') === this.shown.map(said).join('\n')) return
    this.shown = works
    this.changed.emit()
  }

  /** The documents that other windows of this browser have open. */
  async openElsewhere(): Promise<Set<string>> {
    if (this.channel === null) return new Set()
    const id = String(Math.random())
    const keys = new Set<string>()
    this.answers.set(id, keys)
    this.tell({ kind: 'who', id })
    await new Promise(resolve => setTimeout(resolve, answerMs))
    this.answers.delete(id)
    return keys
  }

  private heard(told: Told): void {
    switch (told.kind) {
      case 'who': this.tell({ kind: 'open', id: told.id, keys: [...this.open].map(open => open.key) }); break
      case 'open': for (const key of told.keys) this.answers.get(told.id)?.add(key); break
      case 'changed':
        void this.look()
        // A window that is closing may still have answered.
        setTimeout(() => void this.look(), afterClosingMs)
        break
    }
  }

  private tell(told: Told): void {
    try { this.channel?.postMessage(told) } catch { /* closed with the page */ }
  }
}

function unsentOf(works: readonly OpenWork[]): KeptWork[] {
  return works.map(work => work.unsent()).filter((one): one is KeptWork => one !== null)
}

/** There is one browser around a page. */
export const unsentWork = new UnsentWork()
