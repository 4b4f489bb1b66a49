import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Just enough of a browser for the connection to run in: no storage, and sockets that the test opens and answers. */
export class FakeSocket {
  static readonly OPEN = 1
  static all: FakeSocket[] = []
  static get newest(): FakeSocket {
    const socket = FakeSocket.all.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  readyState = 0
  binaryType = ''
  sent: Uint8Array[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null

  constructor(readonly url: string) {
    FakeSocket.all.push(this)
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes)
  }

  close(): void {
    this.readyState = 3
  }

  open(): void {
    this.readyState = FakeSocket.OPEN
    this.onopen?.()
  }

  breakOff(code = 1006): void {
    this.readyState = 3
    this.onclose?.({ code })
  }

  /** The server says: numbers as varUint, bytes with their length in front. */
  say(...parts: (number | Uint8Array | string)[]): void {
    const encoder = encoding.createEncoder()
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
    const bytes = encoding.toUint8Array(encoder)
    this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer })
  }

  /** What the page sent of the sync protocol: kind (0 step 1, 1 step 2, 2 update) and bytes. */
  get syncMessages(): { kind: number, bytes: Uint8Array }[] {
    return this.sent.flatMap(message => {
      const decoder = decoding.createDecoder(message)
      return decoding.readVarUint(decoder) === 0
        ? [{ kind: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder) }]
        : []
    })
  }
}

export function installBrowser(): void {
  Object.assign(globalThis, {
    window: new EventTarget(), document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    location: { protocol: 'http:', host: 'localhost' }, WebSocket: FakeSocket,
  })
}

export const nothing = Y.encodeStateVector(new Y.Doc())
export const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc())

/** Lets what was started go as far as it can. */
export async function settle(ms = 5): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, ms))
}
