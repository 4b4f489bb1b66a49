import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { initialSessionState } from '../src/model/sessionState'
import { SessionStore } from '../src/net/sessionStore'
import { FakeSocket, installBrowser, settle } from './fakeSocket'

installBrowser()
const asked: string[] = []
let store: SessionStore
let seq = 0

const model = {
  id: 'k-1', sessionId: 's-1', weekId: 'w', title: 'Fremmøde', level: 'knowledge', locked: false, contentVersion: 'a',
  missing: [], parties: ['u-1'], goalIds: [], state: 'draft', confirmations: [] as object[],
}

function answer(path: string): object {
  asked.push(path)
  return path.startsWith('/api/v1/sessions/') ? {
    id: 's-1', weekId: 'w', title: 'Session', phases: [], role: 'participant', me: {}, participants: [],
    models: [{ ...model, canWrite: true }], seq: 0,
  } : { ...model, canWrite: true }
}

beforeEach(async () => {
  asked.length = 0
  seq = 0
  FakeSocket.all = []
  Object.assign(globalThis, {
    fetch: (path: string) => Promise.resolve(new Response(JSON.stringify(answer(path)), { status: 200 })),
  })
  store = new SessionStore('s-1')
  await settle()
  FakeSocket.newest.open()
  say({ type: 'welcome', seq: 0, now: 0 })
  await settle()
  asked.length = 0
})

afterEach(() => {
  store.close()
})

function say(message: object): void {
  FakeSocket.newest.onmessage?.({ data: JSON.stringify(message) as never })
}

function happened(event: object): void {
  seq += 1
  say({ type: 'event', seq, at: seq, event })
}

test('nothing is fetched because somebody else decided: what is shown comes with the words', async () => {
  const given: object[] = []
  for (let number = 0; number < 300; number += 1) {
    happened({ kind: 'modelConfirmed', modelId: 'k-1', unitId: `u-${number}`, function: 'Leder', on: '2027-01-20' })
    given.push({ unitId: `u-${number}`, function: 'Leder', on: '2027-01-20', state: 'current' })
    say({ type: 'model', model: { ...model, state: 'confirmed', confirmations: [...given] } })
  }
  for (const kind of ['confirmationWithdrawn', 'modelLevelSet', 'modelLocked', 'modelUnlocked', 'modelCreated']) {
    happened({ kind, modelId: 'k-1', level: 'coordination', title: 'Fremmøde', goalIds: [] })
  }
  await settle(20)
  assert.deepEqual(asked, [])
  assert.equal(store.view.state.seq, seq)
  assert.equal(store.view.models[0]?.confirmations.length, 300)
  assert.equal(store.view.models[0]?.state, 'confirmed')
})

test('a model that somebody began is there with the summary that is told of it', async () => {
  happened({ kind: 'modelCreated', modelId: 'k-2', level: 'knowledge', title: 'Ny', goalIds: [] })
  say({ type: 'model', model: { ...model, id: 'k-2', title: 'Ny' } })
  await settle()
  assert.deepEqual(store.view.models.map(one => one.id), ['k-1', 'k-2'])
  assert.deepEqual(asked, [])
  assert.notEqual(store.view.state, initialSessionState)
})
