import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excessOf } from '../src/model/fieldLimit'

const most = 100

test('a field takes as much as it holds, and says of what is more how much it is and what there is room for', () => {
  assert.equal(excessOf(most, 0, 0, most), null)
  assert.deepEqual(excessOf(most, 0, 0, most + 1), { wanted: most + 1, room: most })
  assert.deepEqual(excessOf(most, most - 5, 0, 6), { wanted: 6, room: 5 })
  assert.equal(excessOf(most, most, 10, 10), null)
  assert.deepEqual(excessOf(most, most, 0, 1), { wanted: 1, room: 0 })
})

test('a text that is too long from before may be made shorter, and not longer', () => {
  assert.equal(excessOf(most, most + 500, 100, 40), null)
  assert.deepEqual(excessOf(most, most + 500, 100, 101), { wanted: 101, room: 0 })
})
