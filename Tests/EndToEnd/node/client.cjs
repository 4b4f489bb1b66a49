// A real Yjs client under Node: Debian's yjs, y-websocket's own WebsocketProvider and ws, all unchanged.
// Reads one JSON command per line from standard input, answers each with one JSON line on standard output:
//   {"id": 1, "op": "insert", …}  →  {"id": 1, "result": …}  or  {"id": 1, "error": "…"}
// Run with NODE_PATH=/usr/share/nodejs.
'use strict'
const readline = require('readline')
const Y = require('yjs')
const { WebsocketProvider } = require('y-websocket')
const WebSocket = require('ws')
const decoding = require('lib0/decoding')
const { randomEdits } = require('./randomEdits.cjs')
const { contentOf } = require('./content.cjs')

const messageSaved = 4
const messageAcknowledged = 5

const doc = new Y.Doc()
/** @type {WebsocketProvider | null} */
let provider = null
const seen = { saved: new Map(), savedMessages: 0, sent: 0, acknowledged: 0, denials: [], unknown: [], closes: [] }
let edits = Promise.resolve()

/** Counts what this connection sends of sync step 2 and update, as the server's type 5 counts them. */
class CountingWebSocket extends WebSocket {
  constructor (url) {
    super(url)
    seen.sent = 0
    seen.acknowledged = 0
    seen.saved = new Map()
    this.on('close', code => seen.closes.push(code))
  }

  send (data, ...rest) {
    const bytes = new Uint8Array(data)
    if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) seen.sent += 1
    super.send(data, ...rest)
  }
}

function connect ({ url, room, params }) {
  provider = new WebsocketProvider(url, room, doc, {
    params: params || {}, WebSocketPolyfill: CountingWebSocket, disableBc: true, maxBackoffTime: 500, connect: false
  })
  // These two are ours; a provider without them logs "Unable to compute message" and goes on.
  provider.messageHandlers[messageSaved] = (_encoder, decoder) => {
    seen.saved = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
    seen.savedMessages += 1
  }
  provider.messageHandlers[messageAcknowledged] = (_encoder, decoder) => {
    seen.acknowledged = decoding.readVarUint(decoder)
  }
  provider.connect()
}

/** Everything written here is in the state vector that the server called durable. */
function isSaved () {
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    if ((seen.saved.get(client) || 0) < clock) return false
  }
  return true
}

// The provider has no event for these two: it writes to the console.
console.warn = text => seen.denials.push(String(text))
console.error = text => seen.unknown.push(String(text))

const operations = {
  connect,
  disconnect: () => provider.disconnect(),
  reconnect: () => provider.connect(),
  status: () => ({
    connected: provider !== null && provider.wsconnected,
    synced: provider !== null && provider.synced,
    saved: isSaved(),
    savedMessages: seen.savedMessages,
    sent: seen.sent,
    acknowledged: seen.acknowledged,
    denials: seen.denials,
    unknown: seen.unknown,
    closes: seen.closes,
    pending: doc.store.pendingStructs !== null || doc.store.pendingDs !== null
  }),
  clientID: () => doc.clientID,
  text: ({ root }) => doc.getText(root).toString(),
  insert: ({ root, index, text }) => doc.getText(root).insert(index, text),
  delete: ({ root, index, length }) => doc.getText(root).delete(index, length),
  set: ({ root, key, value }) => { doc.getMap(root).set(key, value) },
  unset: ({ root, key }) => doc.getMap(root).delete(key),
  putRow: ({ root, row, order, texts, values }) => doc.transact(() => {
    const cells = new Y.Map()
    doc.getMap(root).set(row, cells)
    cells.set('order', order)
    for (const [column, text] of Object.entries(texts || {})) cells.set(column, new Y.Text(text))
    for (const [column, value] of Object.entries(values || {})) cells.set(column, value)
  }),
  insertInCell: ({ root, row, column, index, text }) => doc.getMap(root).get(row).get(column).insert(index, text),
  deleteRow: ({ root, row }) => doc.getMap(root).delete(row),
  content: ({ texts, maps }) => contentOf(doc, texts, maps),
  stateVector: () => Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
  /** Starts editing by itself, while other commands are still answered; `finished` waits for the end. */
  edit: options => { edits = randomEdits(doc, provider, options) },
  finished: () => edits,
  setAwareness: ({ state }) => provider.awareness.setLocalState(state),
  awareness: () => Object.fromEntries(provider.awareness.getStates()),
  quit: () => { setImmediate(() => process.exit(0)) }
}

readline.createInterface({ input: process.stdin }).on('line', async line => {
  const { id, op, ...rest } = JSON.parse(line)
  let answer
  try {
    answer = { id, result: (await operations[op](rest)) ?? null }
  } catch (error) {
    answer = { id, error: `${op}: ${error.stack}` }
  }
  process.stdout.write(JSON.stringify(answer) + '\n')
}).on('close', () => process.exit(0))
