import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { updatePieces } from '../src/net/updatePieces'
import { newSeed, seeded } from './random'

/** Several people who write in and delete from the same texts, each now and then up to date. */
function written(random: () => number): Y.Doc {
  const people = Array.from({ length: 5 }, () => new Y.Doc())
  for (let step = 0; step < 400; step++) {
    const doc = people[Math.floor(random() * people.length)] ?? assert.fail()
    const text = doc.getText(random() < 0.5 ? 'task' : 'notes')
    if (random() < 0.7 || text.length < 4) text.insert(Math.floor(random() * (text.length + 1)), 'ord '.repeat(1
      + Math.floor(random() * 20)))
    else text.delete(Math.floor(random() * (text.length - 2)), 2)
    if (random() < 0.1) doc.getMap('rows').set(`r${step}`, new Y.Map([['order', `a${step}`]]))
    const other = people[Math.floor(random() * people.length)] ?? assert.fail()
    if (random() < 0.3) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  }
  const all = people[0] ?? assert.fail()
  for (const one of people) Y.applyUpdate(all, Y.encodeStateAsUpdate(one))
  return all
}

test('pieces are short, each builds only on those before it, and together they are the whole', () => {
  const seed = newSeed('pieces')
  const random = seeded(seed)
  const doc = written(random)
  const middle = new Y.Doc()
  const half = Y.encodeStateVector(middle)
  const update = Y.encodeStateAsUpdate(doc, half)
  const pieces = updatePieces(update, 500)
  assert.ok(pieces.length > 5, `${pieces.length} pieces of ${update.length} bytes`)
  for (const piece of pieces.slice(0, -1)) assert.ok(piece.length < 1_500, `a piece of ${piece.length} bytes`)
  const there = new Y.Doc()
  for (const piece of pieces) {
    Y.applyUpdate(there, piece)
    assert.equal(there.store.pendingStructs, null, `seed ${seed}: a piece waits for a later one`)
  }
  assert.deepEqual(there.getMap('rows').toJSON(), doc.getMap('rows').toJSON())
  assert.deepEqual(Y.encodeStateVector(there), Y.encodeStateVector(doc))
  assert.equal(there.getText('task').toString(), doc.getText('task').toString())
})

test('what somebody lacks in the middle comes in pieces too', () => {
  const seed = newSeed('pieces')
  const random = seeded(seed)
  const doc = written(random)
  const there = new Y.Doc()
  Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
  doc.getText('task').insert(0, 'nyt '.repeat(500))
  for (let line = 0; line < 100; line++) doc.getText('notes').insert(0, `${line} linje\n`)
  const pieces = updatePieces(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(there)), 300)
  assert.ok(pieces.length > 2)
  for (const piece of pieces) Y.applyUpdate(there, piece)
  assert.equal(there.getText('notes').toString(), doc.getText('notes').toString())
  assert.equal(there.getText('task').toString(), doc.getText('task').toString())
})

test('a short update is sent as it is', () => {
  const doc = new Y.Doc()
  doc.getText('task').insert(0, 'kort')
  const update = Y.encodeStateAsUpdate(doc)
  assert.equal(updatePieces(update, 1_000)[0], update)
})

test('one long paste is cut too, between characters, and merges with what somebody wrote in the middle of it', () => {
  const doc = new Y.Doc()
  const text = doc.getText('task')
  text.insert(0, 'før efter')
  const other = new Y.Doc()
  text.insert(4, 'å😀b'.repeat(5_000))
  const whole = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(other, whole)
  other.getText('task').insert(7_001, 'midt i')
  const there = new Y.Doc()
  const pieces = updatePieces(whole, 1_000)
  for (const piece of pieces) {
    assert.ok(piece.length < 2_500, `a piece of ${piece.length} bytes`)
    Y.applyUpdate(there, piece)
    assert.equal(there.store.pendingStructs, null)
  }
  assert.equal(there.getText('task').toString(), text.toString())
  Y.applyUpdate(there, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  assert.equal(there.getText('task').toString(), other.getText('task').toString())
})
