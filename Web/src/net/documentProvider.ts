import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import {
  applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates, type Awareness
} from 'y-protocols/awareness'
import * as Y from 'yjs'
import { isFinal } from '../model/obstacle'
import { Attempts } from './attempts'
import { Backoff } from './backoff'
import { limits } from './limits'
import { updatePieces } from './updatePieces'
import { onWakeUp } from './wakeUp'

const sync = 0, awarenessMessage = 1, auth = 2, queryAwareness = 3, saved = 4, acknowledged = 5
const step1 = 0, step2 = 1, update = 2

/**
 * As y-websocket: without a message for this long (own awareness is echoed every 15 s) the connection is dead. Or the
 * line is so slow that one long message takes longer: each time in a row it is waited twice as long, up to
 * `longestSilenceMs`.
 */
const silenceMs = 30_000
const longestSilenceMs = 240_000
const wakePatienceMs = 4_000

/** What the provider tells its owner. */
export interface ProviderEvents {
  opened(): void
  /** The server said what it has, as a state vector. False: it is not told what it lacks. */
  asked(has: Uint8Array): boolean
  /** All that this state vector covers is durable. */
  durable(has: Uint8Array): void
  /**
   * A message that covers all of the document as it is now, or one more change of it, has left; or only a part of that.
   */
  sent(isWhole: boolean): void
  /** The server was told what it lacked. */
  answered(): void
  /** So many of this connection's messages are durable. */
  acknowledged(count: number): void
  /** Both sides have told each other what they have. */
  synced(): void
  /** The server dropped what was sent; `reason` is its word for why. */
  refused(reason: string): void
  lost(closeCode: number, reason: string): void
}

/**
 * Speaks y-websocket's protocol for one document, with the server's acknowledgements. Updates are
 * held back until the server has said what it has: the answer to that carries all that was missed.
 */
export class DocumentProvider {
  private socket: WebSocket | null = null
  private answered = false
  private readonly attempts = new Attempts(new Backoff(300, 8_000), () => this.open())
  private readonly watch: ReturnType<typeof setInterval>
  private readonly stopListening: () => void
  private heardAt = 0
  private openedAt = 0
  /** How long the first question took; something between may hold back what passes. Null before the answer. */
  private roundTripMs: number | null = null
  /** Connections in a row that were given up for silence. */
  private silences = 0
  private stateWhenLeft: Record<string, unknown> | null = null
  private closed = false

  constructor(
    private readonly url: string, private readonly doc: Y.Doc, private readonly awareness: Awareness,
    private readonly events: ProviderEvents,
  ) {
    awareness.on('update', this.awarenessUpdated)
    this.watch = setInterval(() => this.checkAlive(), 3_000)
    this.stopListening = onWakeUp(() => this.wake())
    window.addEventListener('pagehide', this.leave)
    window.addEventListener('offline', this.wentOffline)
    this.open()
  }

  /** This person is here no more, while the connection goes on for what is still to be heard. */
  takeLeave(): void {
    removeAwarenessStates(this.awareness, [this.doc.clientID], 'leave')
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  /** Connects anew at once, so that everything is told again (a lock was lifted). */
  reconnect(): void {
    if (this.socket === null) this.attempts.atOnce()
    else this.abandon(0)
  }

  destroy(): void {
    this.closed = true
    this.leave()
    clearInterval(this.watch)
    this.attempts.stop()
    this.stopListening()
    window.removeEventListener('pagehide', this.leave)
    window.removeEventListener('offline', this.wentOffline)
    this.awareness.off('update', this.awarenessUpdated)
    this.socket?.close()
  }

  private open(): void {
    if (this.closed || this.socket !== null) return
    limits.ask()
    if (!this.attempts.mayBegin()) return
    const socket = new WebSocket(this.url)
    socket.binaryType = 'arraybuffer'
    this.socket = socket
    this.answered = false
    this.attempts.begun(() => { if (this.socket === socket) this.abandon() })
    socket.onopen = () => {
      this.attempts.opened()
      this.openedAt = Date.now()
      this.roundTripMs = null
      this.heardAt = this.openedAt
      this.events.opened()
      this.sendStep1()
      if (this.awareness.getLocalState() !== null) this.sendAwareness([this.doc.clientID])
    }
    socket.onmessage = event => this.receive(event.data)
    socket.onclose = event => this.lost(socket, event.code, event.reason)
  }

  private receive(data: unknown): void {
    this.heardAt = Date.now()
    this.attempts.heard()
    if (!(data instanceof ArrayBuffer)) return
    try {
      this.read(decoding.createDecoder(new Uint8Array(data)))
    } catch (error) {
      // A frame that cannot be read: the connection is not to be trusted any more.
      console.error(error)
      this.abandon()
    }
  }

  private read(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case sync: this.readSync(decoder); break
      case awarenessMessage: applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this); break
      case auth:
        decoding.readVarUint(decoder)
        this.events.refused(decoding.readVarString(decoder))
        break
      case queryAwareness: this.sendAwareness([...this.awareness.getStates().keys()]); break
      case acknowledged: {
        const count = decoding.readVarUint(decoder)
        if (count > 0) this.useful()
        this.events.acknowledged(count)
        break
      }
      case saved: this.events.durable(decoding.readVarUint8Array(decoder)); break
    }
  }

  /** What was sent is taken. */
  private useful(): void {
    this.silences = 0
    this.attempts.useful()
  }

  private readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind === step1) {
      if (!this.events.asked(bytes)) return
      this.sendPieces(step2, Y.encodeStateAsUpdate(this.doc, bytes))
      this.answered = true
      this.events.answered()
    } else {
      Y.applyUpdate(this.doc, bytes, this)
      if (kind !== step2) return
      this.roundTripMs ??= Date.now() - this.openedAt
      this.events.synced()
    }
  }

  /** Sends a change of the document, on a connection that stands: the next one tells everything anew. */
  tell(bytes: Uint8Array): void {
    if (this.isOpen && this.answered) this.sendPieces(update, bytes)
  }

  /** Each piece is an update by itself; several go as an answer does, which may be longer. */
  private sendPieces(kind: number, bytes: Uint8Array): void {
    const pieces = bytes.length <= limits.wholeBytes ? [bytes] : updatePieces(bytes, limits.pieceBytes)
    pieces.forEach((piece, index) => {
      this.sendSync(pieces.length === 1 ? kind : step2, piece)
      this.events.sent(index === pieces.length - 1)
    })
  }

  private readonly awarenessUpdated = (
    { added, updated, removed }: { added: number[], updated: number[], removed: number[] }, origin: unknown
  ): void => {
    if (origin === this) return
    this.sendAwareness([...added, ...updated, ...removed].filter(client => client === this.doc.clientID))
  }

  private sendStep1(): void {
    this.sendSync(step1, Y.encodeStateVector(this.doc))
  }

  private sendSync(kind: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
    this.send(encoder)
  }

  private sendAwareness(clients: number[]): void {
    if (clients.length === 0 || !this.isOpen) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, awarenessMessage)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, clients))
    this.send(encoder)
  }

  private send(encoder: encoding.Encoder): void {
    if (this.isOpen) this.socket?.send(encoding.toUint8Array(encoder))
  }

  /** Tells the others that this page has gone, without waiting for their time-out. */
  private readonly leave = (): void => {
    this.stateWhenLeft = this.awareness.getLocalState()
    this.takeLeave()
  }

  private readonly wentOffline = (): void => { this.abandon() }

  private checkAlive(): void {
    if (!this.isOpen || Date.now() - this.heardAt <= Math.min(longestSilenceMs, silenceMs * 2 ** this.silences)) return
    this.silences += 1
    this.abandon()
  }

  private wake(): void {
    if (this.closed) return
    // Back from the browser's memory of pages: one is here again, under one's name.
    if (this.stateWhenLeft !== null && this.awareness.getLocalState() === null) {
      this.awareness.setLocalState(this.stateWhenLeft)
    }
    this.stateWhenLeft = null
    if (this.socket === null) {
      this.attempts.hurry()
    } else if (this.isOpen) {
      // Before the first answer it may be one long message on a slow line: silence tells then.
      if (this.roundTripMs === null) return
      const { socket } = this
      const asked = Date.now()
      this.sendStep1()
      const isDead = () => this.socket === socket && this.isOpen && this.heardAt < asked
      setTimeout(() => { if (isDead()) this.abandon() }, wakePatienceMs + 2 * this.roundTripMs)
    }
  }

  private lost(socket: WebSocket, code: number, reason: string, retryAfterMs?: number): void {
    if (this.socket !== socket) return
    this.socket = null
    this.answered = false
    this.attempts.ended(code, this.closed || retryAfterMs !== undefined)
    const others = [...this.awareness.getStates().keys()].filter(client => client !== this.doc.clientID)
    removeAwarenessStates(this.awareness, others, this)
    this.events.lost(code, reason)
    if (!this.closed && !isFinal(code)) this.attempts.again(code, retryAfterMs)
  }

  /** Lets go of a connection that may be dead; its close handshake could take minutes. */
  private abandon(retryAfterMs?: number): void {
    const socket = this.socket
    if (socket === null) return
    socket.onclose = null
    socket.onmessage = null
    socket.close()
    this.lost(socket, 1006, '', retryAfterMs)
  }
}
