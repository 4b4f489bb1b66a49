import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excessOf, fieldCharacters } from '../src/model/fieldLimit'

test('a field takes as much as it holds, and says of what is more how much it is and what there is room for', () => {
  assert.equal(excessOf(0, 0, fieldCharacters), null)
  assert.deepEqual(excessOf(0, 0, fieldCharacters + 1), { wanted: fieldCharacters + 1, room: fieldCharacters })
  assert.deepEqual(excessOf(fieldCharacters - 5, 0, 6), { wanted: 6, room: 5 })
  assert.equal(excessOf(fieldCharacters, 10, 10), null)
  assert.deepEqual(excessOf(fieldCharacters, 0, 1), { wanted: 1, room: 0 })
})

test('a text that is too long from before may be made shorter, and not longer', () => {
  assert.equal(excessOf(fieldCharacters + 500, 100, 40), null)
  assert.deepEqual(excessOf(fieldCharacters + 500, 100, 101), { wanted: 101, room: 0 })
})
