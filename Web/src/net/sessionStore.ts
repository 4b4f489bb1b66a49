import type { ModelSummary } from '../model/modelSummary'
import { mayWork, type Participant, type SessionDetails, type Waiting } from '../model/session'
import type { SessionCommand, SessionEvent, StateMessage, StatePartMessage } from '../model/generated/types'
import { isFinal, obstacleOfClose, type Obstacle } from '../model/obstacle'
import { stateFrom } from '../model/shownState'
import { applyEvent, initialSessionState, type SessionState } from '../model/sessionState'
import { reactionLastsMs, type Reaction, type ReactionCounts } from '../model/reactions'
import { api } from './api'
import { serverHealth } from './serverHealth'
import type { SessionMessage } from './sessionMessage'
import { serverReach } from './serverReach'
import { SessionSocket } from './sessionSocket'
import { Signal } from './signal'
import { StateParts } from './stateParts'

const rereadWithinMs = 10_000

export interface SessionView {
  details: SessionDetails | null
  state: SessionState
  models: readonly ModelSummary[]
  participants: ReadonlyMap<string, Participant>
  present: ReadonlySet<string>
  /** Who waits to be let in; known to those who lead. */
  waiting: readonly Waiting[]
  /** How many wait; `waiting` has the first of them. */
  waitingCount: number
  /** What was said by one press in the last moments, by this browser's clock. */
  reactions: readonly { counts: ReactionCounts, at: number }[]
  /** The socket is open; false also before the first time. */
  connected: boolean
  /** Why it is not, as far as is known. */
  obstacle: Obstacle | null
  /** The server let this browser in no longer: it does not try again. */
  gone: boolean
  /** Somebody deleted it. */
  deleted: boolean
  /** Why there is nothing to show; null while there is or may come. */
  error: Error | null
}

/** A session as this browser knows it: read once, then kept by what the server says. */
export class SessionStore {
  readonly changed = new Signal()
  view: SessionView = {
    details: null, state: initialSessionState, models: [], participants: new Map(), present: new Set(), waiting: [],
    waitingCount: 0, reactions: [], connected: false, obstacle: null, gone: false, deleted: false, error: null,
  }
  private socket: SessionSocket | null = null
  private closed = false
  private everConnected = false
  /** What the server said when it closed the last connection. */
  private closedBecause: Obstacle | null = null
  private readonly stopListening: () => void
  private readonly parts = new StateParts()

  constructor(readonly sessionId: string) {
    this.stopListening =
      serverReach.changed.subscribe(() => this.set({ obstacle: this.closedBecause ?? serverReach.obstacle }))
    void this.start()
  }

  close(): void {
    this.closed = true
    this.stopListening()
    this.socket?.close()
  }

  command(command: SessionCommand): Promise<void> {
    return this.socket?.command(command) ?? Promise.reject(new Error('not connected'))
  }

  react(reaction: Reaction): Promise<void> {
    return this.socket?.react(reaction) ?? Promise.reject(new Error('not connected'))
  }

  /** The server's time now, ms since the epoch. */
  now(): number {
    return this.socket?.clock.now() ?? Date.now()
  }

  /** Puts in what a request of one's own answered, without waiting to be told. */
  replaceModel(model: ModelSummary): void {
    const known = this.view.models.some(one => one.id === model.id)
    this.set({
      models: known ? this.view.models.map(one => one.id === model.id ? model : one) : [...this.view.models, model]
    })
  }

  async reload(): Promise<void> {
    try {
      const details = await api.session(this.sessionId)
      const participants = new Map(details.participants.map(one => [one.id, one]))
      this.set({ details, models: details.models, participants, error: null })
    } catch (error) {
      if (this.view.details === null) this.set({ error: error as Error })
    }
  }

  private async start(): Promise<void> {
    await this.reload()
    if (this.closed || this.view.details === null) return
    this.socket = new SessionSocket(this.sessionId, () => this.view.state.seq, message =>
      this.receive(message), (connected, code, reason) => this.connection(connected, code, reason))
  }

  private connection(connected: boolean, code: number | null, reason: string): void {
    const gone = code !== null && isFinal(code)
    if (code !== null) this.closedBecause = obstacleOfClose(code) ?? this.closedBecause
    this.set({
      connected, obstacle: this.closedBecause ?? serverReach.obstacle, gone, deleted: gone && reason === 'deleted'
    })
    if (!connected) return
    // Names and models may have changed while away; events alone are resumed by number.
    if (this.everConnected) void this.reload()
    this.everConnected = true
  }

  private receive(message: SessionMessage): void {
    switch (message.type) {
      // Somebody may have come, or a model changed, between the first reading and the connection.
      case 'welcome': if (message.seq > (this.view.details?.seq ?? 0)) void this.reload(); break
      case 'pong': this.closedBecause = null; break
      case 'event': this.applied(message.seq, message.at, message.event); break
      case 'reactions': this.set({ reactions: [
        ...this.view.reactions.filter(one => Date.now() - one.at < reactionLastsMs),
        { counts: message.counts, at: Date.now() }
      ] }); break
      case 'door': this.set({ waiting: message.waiting, waitingCount: message.count ?? message.waiting.length }); break
      case 'storage': serverHealth.said(message.works); break
      case 'state': this.stateCame(message); break
      case 'presence': this.set({ present: new Set(message.present) }); break
      case 'presenceChange': this.set({
        present: new Set([...this.view.present, ...message.came].filter(one => !message.left.includes(one)))
      }); break
      case 'namesDeleted': this.forgetNames(new Set(message.participants)); break
      case 'participant':
        this.set({ participants: new Map([...this.view.participants, [message.participant.id, message.participant]]) })
        break
      // What everybody is told is the same for all: whether one may write follows from who one is.
      case 'model': this.replaceModel({
        ...message.model, canWrite: mayWork(this.view.details?.role ?? 'observer') && !message.model.locked
      }); break
    }
  }

  /** Their names are known no more, here neither; what the browser keeps for a day without network is read anew. */
  private forgetNames(whose: ReadonlySet<string>): void {
    const nameless =
      <Person extends { displayName?: string | null }>(person: Person): Person => ({ ...person, displayName: '' })
    const participants =
      new Map([...this.view.participants].map(([id, person]) => [id, whose.has(id) ? nameless(person) : person]))
    const { details } = this.view
    const me = details?.me
    const own = me?.participantId !== undefined && me.participantId !== null && whose.has(me.participantId)
    this.set({ participants, details: details && own ? { ...details, me: nameless(details.me) } : details })
    // Not all at once, however many pages are open.
    setTimeout(() => { if (!this.closed) void this.reload() }, Math.random() * rereadWithinMs)
  }

  /** In the place of what was folded: also where the server knows less than this page, as after a restored backup. */
  private stateCame(message: StateMessage | StatePartMessage): void {
    const whole = this.parts.take(message)
    if (whole !== null) this.set({ state: stateFrom(whole.seq, whole.state, whole.own) })
  }

  private applied(seq: number, at: number, event: SessionEvent): void {
    const before = this.view.state.seq
    if (seq <= before) return
    this.set({ state: applyEvent(this.view.state, seq, at, event) })
    this.removedBy(event)
  }

  private removedBy(event: SessionEvent): void {
    if (event.kind === 'modelRemoved') this.set({ models: this.view.models.filter(one => one.id !== event.modelId) })
    if (event.kind === 'participantRemoved') {
      this.set({ participants: new Map([...this.view.participants].filter(([id]) => id !== event.participantId)) })
    }
  }

  private set(change: Partial<SessionView>): void {
    if (this.closed) return
    this.view = { ...this.view, ...change }
    this.changed.emit()
  }
}
