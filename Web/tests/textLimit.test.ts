import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomIn } from '../src/model/textLimit'

test('what is too long is told in characters as people count them, whatever the server counts in', () => {
  assert.deepEqual(roomIn('a'.repeat(600), { bytes: 600 }), { over: 0, left: 0, isNear: true })
  assert.equal(roomIn('a'.repeat(603), { bytes: 600 }).over, 3)
  assert.equal(roomIn('å'.repeat(301), { bytes: 600 }).over, 1)
  assert.equal(roomIn('👩🏽‍🏫'.repeat(81), { characters: 80, bytes: 10_000 }).over, 1)
  assert.equal(roomIn('😀'.repeat(51), { codeUnits: 100 }).over, 1)
  assert.equal(roomIn('👩🏽‍🏫'.repeat(30), { characters: 80, bytes: 320 }).over, 9, 'few characters of many parts')
})

test('how much there is room for is reckoned from what is there', () => {
  assert.equal(roomIn('å'.repeat(250), { bytes: 600 }).left, 50)
  assert.equal(roomIn('', { bytes: 600, characters: 80 }).left, 80)
})

test('little room is told from a tenth on', () => {
  assert.equal(roomIn('a'.repeat(900), { bytes: 1_000 }).isNear, false)
  assert.equal(roomIn('a'.repeat(901), { bytes: 1_000 }).isNear, true)
  assert.equal(roomIn('', { bytes: 1_000 }).isNear, false)
  assert.equal(roomIn('a'.repeat(9_000), {}).isNear, false)
})
