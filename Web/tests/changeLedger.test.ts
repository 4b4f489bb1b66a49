import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChangeLedger } from '../src/model/changeLedger'
import { describeSave } from '../src/model/saveStatus'

test('a change is pending until a message that covers it is acknowledged', () => {
  const ledger = new ChangeLedger()
  ledger.connectionOpened()
  ledger.messageSent()
  assert.equal(ledger.acknowledged(1), 0)
  ledger.change(false)
  ledger.messageSent()
  assert.equal(ledger.pending, 1)
  ledger.change(false)
  assert.equal(ledger.pending, 2)
  assert.equal(ledger.acknowledged(2), 1)
  assert.equal(ledger.pending, 1)
  ledger.messageSent()
  assert.equal(ledger.acknowledged(3), 2)
  assert.ok(ledger.allAcknowledged)
})

test('typing a word counts as one change', () => {
  const ledger = new ChangeLedger()
  ledger.change(false)
  for (let letter = 0; letter < 10; letter++) ledger.change(true)
  assert.equal(ledger.pending, 1)
  ledger.change(false)
  assert.equal(ledger.pending, 2)
})

test('what was sent on a connection that broke is pending until the next one has sent and acknowledged it', () => {
  const ledger = new ChangeLedger()
  ledger.connectionOpened()
  ledger.messageSent()
  ledger.acknowledged(1)
  ledger.change(false)
  ledger.messageSent()
  ledger.connectionOpened()
  assert.equal(ledger.acknowledged(2), 0, 'the old connection\'s count says nothing about the new one')
  assert.equal(ledger.pending, 1)
  ledger.messageSent()
  ledger.acknowledged(1)
  assert.equal(ledger.pending, 0)
})

test('changes from before a reload are pending with the number they had', () => {
  const ledger = new ChangeLedger()
  ledger.restore([4, 4, 5])
  assert.equal(ledger.pending, 2)
  ledger.change(false)
  assert.equal(ledger.pending, 3)
  ledger.connectionOpened()
  ledger.messageSent()
  ledger.acknowledged(1)
  assert.ok(ledger.allAcknowledged)
})

test('a server that counts more than was sent makes nothing safe', () => {
  const ledger = new ChangeLedger()
  ledger.connectionOpened()
  ledger.change(false)
  assert.equal(ledger.acknowledged(100), 0)
  assert.equal(ledger.pending, 1)
})

test('a count that goes back is old news', () => {
  const ledger = new ChangeLedger()
  ledger.connectionOpened()
  ledger.change(false)
  ledger.messageSent()
  ledger.change(false)
  ledger.messageSent()
  ledger.acknowledged(2)
  assert.equal(ledger.acknowledged(1), 2)
  assert.equal(ledger.pending, 0)
})

test('saved is said only when connected, told, and nothing is pending', () => {
  const facts = { synced: true, offline: false, pending: 0, refused: null, kept: true }
  assert.equal(describeSave(facts).kind, 'saved')
  assert.equal(describeSave({ ...facts, pending: 1 }).kind, 'saving')
  assert.equal(describeSave({ ...facts, synced: false }).kind, 'loading')
  assert.deepEqual(describeSave({ ...facts, synced: false, offline: true, pending: 3 }), {
    kind: 'offline', pending: 3, kept: true
  })
  assert.deepEqual(describeSave({ ...facts, refused: 'closed', pending: 2 }), {
    kind: 'refused', pending: 2, because: 'closed'
  })
  assert.equal(describeSave({ ...facts, refused: 'closed' }).kind, 'saved', 'a reader who wrote nothing has nothing '
    + 'that is not saved')
})

test('of what is sent in pieces nothing is safe before the last of them is', () => {
  const ledger = new ChangeLedger()
  ledger.connectionOpened()
  ledger.change(false)
  ledger.messageSent()
  assert.equal(ledger.acknowledged(1), 1)
  ledger.change(false)
  ledger.messageSent(false)
  ledger.messageSent(false)
  ledger.messageSent()
  assert.equal(ledger.acknowledged(3), 1)
  assert.equal(ledger.pending, 1)
  assert.equal(ledger.acknowledged(4), 2)
})
