import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeptChanges } from '../src/net/keptChanges'
import { settle } from './fakeSocket'

test('a change that could not be kept is not said to be, and its writer is told', async () => {
  let told = 0
  const kept = new KeptChanges(() => { told += 1 })
  kept.add(1, Promise.resolve(7))
  kept.add(2, Promise.resolve(null))
  await settle()
  assert.deepEqual([kept.areKept, kept.haveFailed, told], [false, true, 1])
  kept.keptTogether(8)
  assert.deepEqual([kept.areKept, kept.haveFailed], [true, false])
  assert.deepEqual(await kept.acknowledged(2), [7, 8])
})

test('a transaction that never ends is not said to have kept anything', async () => {
  let told = 0
  const kept = new KeptChanges(() => { told += 1 })
  kept.add(1, new Promise<never>(() => undefined))
  assert.equal(kept.areKept, true)
  await settle(620)
  assert.deepEqual([kept.areKept, told], [false, 1])
})

test('a record that holds later changes too stays until the server has them', async () => {
  const kept = new KeptChanges(() => undefined)
  kept.add(1, Promise.resolve(null))
  kept.add(2, Promise.resolve(null))
  await settle()
  kept.keptTogether(5)
  assert.deepEqual(await kept.acknowledged(1), [])
  assert.deepEqual(await kept.acknowledged(2), [5])
})
