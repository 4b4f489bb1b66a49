import type { Reaction } from '../model/reactions'
import type { CommandRequest, ReactRequest, SessionCommand } from '../model/generated/types'
import { isFinal } from '../model/obstacle'
import { Attempts } from './attempts'
import { Backoff } from './backoff'
import { newKey } from './pressKeys'
import { ServerClock } from './serverClock'
import { parseSessionMessage, type SessionMessage } from './sessionMessage'
import { socketOfSessionsSessionId } from './generated/addresses/sockets'
import { socketUrl } from './socketUrl'
import { onWakeUp } from './wakeUp'

/** The server refused a command, with its reason in both languages. */
export class Refused extends Error {
  constructor(readonly code: string, readonly reasonDa: string, readonly reasonEn: string) {
    super(code)
    this.name = 'Refused'
  }
}

/** What had no answer yet; `text` is what is sent again over the next connection, null for what is not. */
interface Waiting {
  resolve: () => void
  reject: (error: Error) => void
  text: string | null
  giveUp?: ReturnType<typeof setTimeout>
}

const pingEveryMs = 10_000
const silenceMs = 30_000
/** How long a command waits for the next connection. */
const commandPatienceMs = 20_000
/** How long a wake-up's ping may take before the connection counts as dead. */
const wakePatienceMs = 4_000

/**
 * A session's connection: says what the server says, resumes after the last event seen, sends
 * commands. A command that was under way when the connection broke is sent again over the next, under its id: the
 * server knows what it has taken. Where there is no next one for a while it fails.
 */
export class SessionSocket {
  readonly clock = new ServerClock()
  private socket: WebSocket | null = null
  private readonly attempts = new Attempts(new Backoff(400, 10_000), () => this.open())
  private readonly beat: ReturnType<typeof setInterval>
  private readonly stopListening: () => void
  private waiting = new Map<string, Waiting>()
  private heardAt = 0
  /** How long the last question took; something between may hold back what passes. */
  private roundTripMs = 0
  private pingSentAt: number | null = null
  private closed = false

  constructor(
    private readonly sessionId: string,
    private readonly lastSeq: () => number,
    private readonly onMessage: (message: SessionMessage) => void,
    private readonly onConnected: (connected: boolean, closeCode: number | null, reason: string) => void,
  ) {
    this.beat = setInterval(() => this.checkAlive(), pingEveryMs)
    this.stopListening = onWakeUp(() => this.wake())
    this.open()
  }

  close(): void {
    this.closed = true
    clearInterval(this.beat)
    this.attempts.stop()
    this.stopListening()
    this.socket?.close()
    this.failWaiting()
  }

  /** Resolves when the server accepted; rejects with `Refused`, or an Error when there is no connection. */
  command(command: SessionCommand): Promise<void> {
    return this.request({ type: 'command', command }, true)
  }

  /** Told to the others as a number, kept nowhere. */
  react(reaction: Reaction): Promise<void> {
    return this.request({ type: 'react', reaction }, false)
  }

  private request(message: Omit<CommandRequest, 'id'> | Omit<ReactRequest, 'id'>, again: boolean): Promise<void> {
    const socket = this.socket
    if (socket === null || socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('not connected'))
    const id = newKey()
    const text = JSON.stringify({ ...message, id })
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, text: again ? text : null })
      socket.send(text)
    })
  }

  private open(): void {
    if (this.closed || this.socket !== null || !this.attempts.mayBegin()) return
    const address = socketOfSessionsSessionId(this.sessionId, { state: 1, after: this.lastSeq() })
    const socket = new WebSocket(socketUrl(address))
    this.socket = socket
    this.pingSentAt = null
    this.attempts.begun(() => { if (this.socket === socket) this.abandon() })
    socket.onopen = () => {
      this.attempts.opened()
      this.heardAt = Date.now()
      this.onConnected(true, null, '')
      this.sendAgain(socket)
      this.ping()
    }
    socket.onmessage = event => this.receive(event.data)
    socket.onclose = event => this.lost(socket, event.code, event.reason)
  }

  private receive(data: unknown): void {
    this.heardAt = Date.now()
    this.attempts.heard()
    const message = typeof data === 'string' ? parseSessionMessage(data) : null
    if (message === null) return
    switch (message.type) {
      case 'welcome': this.clock.learn(message.now, Date.now(), null); break
      case 'pong':
        this.clock.learn(message.now, Date.now(), this.pingSentAt)
        if (this.pingSentAt !== null) this.roundTripMs = Date.now() - this.pingSentAt
        this.pingSentAt = null
        this.attempts.useful()
        break
      case 'accepted': this.answered(message.id)?.resolve(); break
      case 'refused':
        this.answered(message.id)?.reject(new Refused(message.code, message.reason, message.reasonEn ?? message.reason))
        break
    }
    this.onMessage(message)
  }

  private lost(socket: WebSocket, code: number, reason: string): void {
    if (this.socket !== socket) return
    this.socket = null
    this.attempts.ended(code, this.closed)
    if (this.closed || isFinal(code)) this.failWaiting()
    else this.keepWaiting()
    this.onConnected(false, code, reason)
    if (!this.closed && !isFinal(code)) this.attempts.again(code)
  }

  private answered(id: string): Waiting | undefined {
    const waiting = this.waiting.get(id)
    clearTimeout(waiting?.giveUp)
    this.waiting.delete(id)
    return waiting
  }

  private failWaiting(): void {
    for (const id of [...this.waiting.keys()]) this.answered(id)?.reject(new Error('connection lost'))
  }

  private keepWaiting(): void {
    for (const [id, waiting] of [...this.waiting]) {
      if (waiting.text === null) this.answered(id)?.reject(new Error('connection lost'))
      else waiting.giveUp ??= setTimeout(() =>
        this.answered(id)?.reject(new Error('connection lost')), commandPatienceMs)
    }
  }

  private sendAgain(socket: WebSocket): void {
    for (const waiting of this.waiting.values()) if (waiting.text !== null) socket.send(waiting.text)
  }

  private ping(): void {
    // One question at a time: an answer to an earlier one would make the way there and back too short, and the clock
    // wrong.
    if (this.socket?.readyState !== WebSocket.OPEN || this.pingSentAt !== null) return
    this.pingSentAt = Date.now()
    this.socket.send('{"type":"ping"}')
  }

  private checkAlive(): void {
    if (this.socket?.readyState !== WebSocket.OPEN) return
    if (Date.now() - this.heardAt > silenceMs) this.abandon()
    else this.ping()
  }

  private wake(): void {
    if (this.closed) return
    if (this.socket === null) {
      return this.attempts.hurry()
    }
    const { socket } = this
    if (socket.readyState !== WebSocket.OPEN) return
    const asked = Date.now()
    this.ping()
    setTimeout(() => {
      if (this.socket === socket && this.heardAt < asked) this.abandon()
    }, wakePatienceMs + 2 * this.roundTripMs)
  }

  /** A dead connection's close handshake may take minutes: let go of it and connect anew at once. */
  private abandon(): void {
    const socket = this.socket
    if (socket === null) return
    socket.onclose = null
    socket.onmessage = null
    socket.close()
    this.lost(socket, 1006, '')
  }
}
