import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import * as Y from 'yjs'
import type { FieldDefinition } from '../src/model/fieldDefinition'
import { ModelDocument } from '../src/net/modelDocument'
import { serverReach } from '../src/net/serverReach'
import { unsentWork } from '../src/net/unsentWork'
import { emptyUpdate, FakeSocket, installBrowser, nothing, settle } from './fakeSocket'

const everywhere = { knowledge: 'R', coordination: 'R', coCreation: 'R' } as const
const fields: FieldDefinition[] = [{
  id: 'task', label: { da: 'Opgaven', en: 'The task' }, question: { da: '', en: '' }, kind: { kind: 'longText' },
  section: 'a', requirement: everywhere
}]

installBrowser()
let model: ModelDocument
let socket: FakeSocket

beforeEach(async () => {
  FakeSocket.all = []
  model = new ModelDocument('k-1', 'p-1', fields)
  await settle()
  socket = FakeSocket.newest
})

afterEach(() => {
  // Without a connection there is no word to wait for.
  FakeSocket.newest.breakOff()
  model.destroy()
  mock.restoreAll()
})

const write = (text: string) => model.edit(() => model.doc.getText('task').insert(0, text))

/** The server and the page tell each other what they have; the server acknowledges the page's answer. */
function shakeHands(to: FakeSocket, serverHas: Uint8Array = nothing): void {
  to.open()
  to.say(0, 0, serverHas)
  to.say(0, 1, emptyUpdate)
  to.say(5, 1)
}

/** The connection breaks while one may not write, and the server that answers next has what it had `before`. */
async function comeBackFromBackup(before: Uint8Array): Promise<void> {
  socket.breakOff()
  model.setWritable(false)
  window.dispatchEvent(new Event('online'))
  await settle()
  FakeSocket.newest.open()
  FakeSocket.newest.say(0, 0, before)
  FakeSocket.newest.say(0, 1, emptyUpdate)
}

test('the connection asks for acknowledgements', () => {
  assert.match(socket.url, /^ws:\/\/localhost\/ws\/documents\/k-1\?saved=1&acknowledge=1$/)
})

test('nothing is sent before the server has said what it has; the answer then holds all', () => {
  socket.open()
  write('skrevet før')
  assert.deepEqual(socket.syncMessages.map(message => message.kind), [0])
  socket.say(0, 0, nothing)
  assert.deepEqual(socket.syncMessages.map(message => message.kind), [0, 1])
  const there = new Y.Doc()
  Y.applyUpdate(there, socket.syncMessages[1]?.bytes ?? assert.fail())
  assert.equal(there.getText('task').toString(), 'skrevet før')
})

test('saved is said when the server has acknowledged, and not before', () => {
  shakeHands(socket)
  assert.equal(model.status.kind, 'saved')
  write('a')
  assert.equal(model.status.kind, 'saving')
  assert.equal(socket.syncMessages.at(-1)?.kind, 2)
  socket.say(4, Y.encodeStateVector(model.doc))
  assert.equal(model.status.kind, 'saving')
  socket.say(5, 2)
  assert.equal(model.status.kind, 'saved')
})

test(
  'who leaves just after a key is gone for the others at once, and the key counts as sent when the server says so',
  async () => {
    shakeHands(socket)
    model.awareness.setLocalState({ user: 'A' })
    write('a')
    model.destroy()
    assert.equal(model.awareness.getLocalState(), null, 'the others see at once that one has left')
    assert.equal(socket.readyState, FakeSocket.OPEN)
    assert.deepEqual((await unsentWork.everything()).map(work => work.key), [model.key])
    socket.say(5, 2)
    await settle()
    assert.equal(socket.readyState, 3)
    assert.deepEqual(await unsentWork.everything(), [])
    assert.deepEqual(unsentWork.shown, [])
  }
)

test('what others write is neither sent back nor counted', () => {
  shakeHands(socket)
  const sent = socket.sent.length
  const other = new Y.Doc()
  other.getText('task').insert(0, 'fra en anden')
  socket.say(0, 2, Y.encodeStateAsUpdate(other))
  assert.equal(model.doc.getText('task').toString(), 'fra en anden')
  assert.equal(socket.sent.length, sent)
  assert.equal(model.status.kind, 'saved')
})

test('offline says how many changes are not sent, and a new connection sends them', async () => {
  shakeHands(socket)
  const serverHas = Y.encodeStateVector(model.doc)
  socket.breakOff()
  write('uden net')
  assert.deepEqual(model.status, { kind: 'offline', pending: 1, kept: false })
  window.dispatchEvent(new Event('online'))
  await settle()
  const next = FakeSocket.newest
  assert.notEqual(next, socket)
  next.open()
  assert.equal(model.status.kind, 'offline', 'a connection that has not told anything yet proves nothing')
  next.say(0, 0, serverHas)
  next.say(0, 1, emptyUpdate)
  assert.equal(model.status.kind, 'saving')
  next.say(5, 1)
  assert.equal(model.status.kind, 'saved')
})

test('a sent change whose acknowledgement was lost with the connection is sent again', async () => {
  shakeHands(socket)
  write('nået frem?')
  socket.breakOff()
  assert.deepEqual(model.status, { kind: 'offline', pending: 1, kept: false })
  window.dispatchEvent(new Event('online'))
  await settle()
  // It did arrive: the server already has it, so the answer is empty, and its acknowledgement covers the change.
  shakeHands(FakeSocket.newest, Y.encodeStateVector(model.doc))
  assert.equal(model.status.kind, 'saved')
})

test('after a refusal a count says nothing; once one may write again all is told anew', async () => {
  shakeHands(socket)
  model.setWritable(false)
  write('mens der var låst')
  socket.say(2, 0, 'locked')
  socket.say(5, 2)
  assert.deepEqual(model.status, { kind: 'refused', pending: 1, because: 'closed' })
  model.setWritable(true)
  await settle(100)
  const next = FakeSocket.newest
  assert.notEqual(next, socket)
  shakeHands(next)
  assert.equal(model.status.kind, 'saved')
})

test(
  'while the server cannot save nothing is asked again; when it can it ends the connection, and all is told anew',
  async () => {
    shakeHands(socket)
    write('mens disken var fuld')
    socket.say(2, 0, 'storageFailing')
    assert.deepEqual(model.status, { kind: 'refused', pending: 1, because: 'cannotSave' })
    await settle(50)
    assert.equal(FakeSocket.newest, socket)
    socket.breakOff(1013)
    await settle(700)
    const next = FakeSocket.newest
    assert.notEqual(next, socket)
    shakeHands(next)
    assert.equal(model.status.kind, 'saved')
  }
)

test('a frame that cannot be read ends that connection, not the page', async () => {
  shakeHands(socket)
  const quiet = console.error
  console.error = () => undefined
  socket.say(0, 2, new Uint8Array([255, 255, 255, 1, 2, 3]))
  console.error = quiet
  assert.equal(model.status.kind, 'offline')
  write('stadig her')
  assert.equal(model.doc.getText('task').toString(), 'stadig her')
})

test('who may not come in is not asked again and again', async () => {
  socket.open()
  socket.breakOff(4401)
  assert.equal(model.gone, 'unauthorised')
  window.dispatchEvent(new Event('focus'))
  await settle(700)
  assert.equal(FakeSocket.all.length, 1)
})

test('the browser saying that the network is gone is believed at once', () => {
  shakeHands(socket)
  window.dispatchEvent(new Event('offline'))
  assert.equal(model.status.kind, 'offline')
})

test(
  'where there is no room the page says so, goes on saying so while it tries again, and stops once it is saved',
  async () => {
    shakeHands(socket)
    write('for meget')
    socket.say(2, 0, 'modelFull')
    assert.deepEqual(model.status, { kind: 'refused', pending: 1, because: 'modelFull' })
    model.destroy()
    model = new ModelDocument('k-2', 'p-1', fields)
    await settle()
    socket = FakeSocket.newest
    shakeHands(socket)
    write('for meget')
    socket.say(2, 0, 'modelFull')
    // What the page does after a while, or once more has been written.
    Reflect.get(model, 'provider').reconnect()
    await settle()
    const next = FakeSocket.newest
    assert.notEqual(next, socket)
    next.open()
    assert.deepEqual(model.status, { kind: 'refused', pending: 1, because: 'modelFull' })
    next.say(0, 0, nothing)
    next.say(0, 1, emptyUpdate)
    next.say(5, 1)
    assert.equal(model.status.kind, 'saved')
  }
)

test('what is long is sent in several messages, and is saved when the last of them is', () => {
  shakeHands(socket)
  const before = socket.syncMessages.length
  model.edit(() => { for (let line = 0; line < 40; line++) {
    model.doc.getText('task').insert(0, `${line} `.repeat(5_000), line % 2 ? { bold: true } : {})
  } })
  const sent = socket.syncMessages.slice(before)
  assert.ok(sent.length > 2, `${sent.length} messages`)
  for (const message of sent) assert.ok(message.kind === 1 && message.bytes.length < 512 * 1024)
  socket.say(5, sent.length)
  assert.equal(model.status.kind, 'saving')
  socket.say(5, 1 + sent.length)
  assert.equal(model.status.kind, 'saved')
})

test(
  'a server that comes back with less is told what it lacks, and saved is not said before that is durable',
  async () => {
    shakeHands(socket)
    const before = Y.encodeStateVector(model.doc)
    write('gemt i går')
    socket.say(5, 2)
    assert.equal(model.status.kind, 'saved')
    socket.breakOff()
    window.dispatchEvent(new Event('online'))
    await settle()
    const next = FakeSocket.newest
    next.open()
    next.say(0, 0, before)
    next.say(0, 1, emptyUpdate)
    assert.equal(model.status.kind, 'saving')
    const there = new Y.Doc()
    Y.applyUpdate(there, next.syncMessages.at(-1)?.bytes ?? assert.fail())
    assert.equal(there.getText('task').toString(), 'gemt i går')
    assert.equal(model.unsent()?.changes.length, 1)
    next.say(4, Y.encodeStateVector(model.doc))
    next.say(5, 1)
    assert.equal(model.status.kind, 'saved')
    assert.equal(model.unsent(), null)
  }
)

test('where such a server takes nothing, what it acknowledged before is unsent again', async () => {
  shakeHands(socket)
  const before = Y.encodeStateVector(model.doc)
  write('gemt i går')
  socket.say(5, 2)
  await comeBackFromBackup(before)
  FakeSocket.newest.say(2, 0, 'locked')
  assert.deepEqual(model.status, { kind: 'refused', pending: 1, because: 'closed' })
  assert.equal(model.isStuck, true)
})

test('deletions that a server from a backup does not know are not said to be saved either', async () => {
  write('gemt i går')
  shakeHands(socket)
  const before = Y.encodeStateVector(model.doc)
  model.edit(() => model.doc.getText('task').delete(0, 4))
  socket.say(5, 2)
  assert.equal(model.status.kind, 'saved')
  await comeBackFromBackup(before)
  assert.equal(model.status.kind, 'loading')
  FakeSocket.newest.say(2, 0, 'readOnly')
  assert.equal(model.status.kind, 'refused')
})

test('an acknowledgement is not believed while the durable state vector says otherwise', () => {
  shakeHands(socket)
  const before = Y.encodeStateVector(model.doc)
  write('kun kvitteret')
  socket.say(4, before)
  socket.say(5, 2)
  assert.equal(model.status.kind, 'saving')
  socket.say(4, Y.encodeStateVector(model.doc))
  assert.equal(model.status.kind, 'saved')
})

test('without a storage and without a connection it is not said that all is sent', () => {
  socket.breakOff()
  assert.deepEqual(model.status, { kind: 'offline', pending: 0, kept: false, unknown: true })
})

test('a line on which one message takes longer than a silence is given more time with each attempt', async context => {
  model.destroy()
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] })
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      context.mock.timers.tick(1_000)
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    }
  }
  FakeSocket.all = []
  model = new ModelDocument('k-1', 'p-1', fields)
  while (FakeSocket.all.length === 0) await pass(1)
  const lasted: number[] = []
  for (let attempt = 0; attempt < 4; attempt++) {
    const slow = FakeSocket.newest
    slow.open()
    slow.say(0, 0, nothing)
    const began = Date.now()
    while (slow.readyState === FakeSocket.OPEN) await pass(1)
    lasted.push(Math.floor((Date.now() - began) / 30_000))
    while (FakeSocket.newest === slow) await pass(1)
  }
  assert.deepEqual(lasted, [1, 2, 4, 8])
  const there = FakeSocket.newest
  shakeHands(there)
  const began = Date.now()
  while (there.readyState === FakeSocket.OPEN) await pass(1)
  assert.equal(Math.floor((Date.now() - began) / 30_000), 1, 'once something was taken, as at first')
})

test('models that are left before the server has spoken are no sign of a network that lets none through', () => {
  const asked = mock.method(serverReach, 'failed')
  model.destroy()
  socket.breakOff(1005)
  assert.equal(asked.mock.callCount(), 0)
})

test('one that ends by itself before that may be', () => {
  const asked = mock.method(serverReach, 'failed')
  socket.breakOff()
  assert.deepEqual(asked.mock.calls.map(call => call.arguments), [['refused']])
})
