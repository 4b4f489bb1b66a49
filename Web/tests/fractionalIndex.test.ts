import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyBetween, keysBetween } from '../src/model/fractionalIndex'
import { moveRow, sortRows, type OrderedRow } from '../src/model/rowOrder'
import { newSeed, seeded } from './random'

test('a key lies strictly between its neighbours, wherever one inserts', () => {
  const random = seeded(newSeed('fractional index'))
  const keys: string[] = []
  for (let turn = 0; turn < 4_000; turn++) {
    const at = Math.floor(random() * (keys.length + 1))
    const key = keyBetween(keys[at - 1] ?? null, keys[at] ?? null)
    assert.ok(at === 0 || (keys[at - 1] ?? '') < key, `${keys[at - 1]} < ${key}`)
    assert.ok(at === keys.length || key < (keys[at] ?? ''), `${key} < ${keys[at]}`)
    assert.ok(!key.endsWith('0'), `${key} leaves room below`)
    keys.splice(at, 0, key)
  }
})

test('a key never ends in the lowest digit, so that there is room below it', () => {
  for (const [low, high] of [
    ['V', 'W'], ['V', 'V1'], ['Vz', 'W'], ['', '1'], ['00001', '00002'], ['zz', null]
  ] as const) {
    const key = keyBetween(low === '' ? null : low, high)
    assert.ok(!key.endsWith('0'))
    assert.ok(key > low && (high === null || key < high), `${low} < ${key} < ${high}`)
  }
})

test('keys of a thousand rows added at the end stay short', () => {
  const keys = keysBetween(null, null, 1_000)
  assert.deepEqual([...keys].sort(), keys)
  assert.ok(Math.max(...keys.map(key => key.length)) <= 2)
})

test('keys of two thousand rows added at the beginning and at the end keep their order', () => {
  let keys = [keyBetween(null, null)]
  for (let turn = 0; turn < 2_000; turn++) keys = turn % 2 === 0
    ? [keyBetween(null, keys[0] ?? null), ...keys]
    : [...keys, keyBetween(keys.at(-1) ?? null, null)]
  assert.deepEqual([...keys].sort(), keys)
})

test('another program\'s keys are understood as long as they compare as text', () => {
  for (const [low, high] of [['a0', 'a1'], ['Zz', 'a0'], ['0|hzzzzz:', '0|i00007:'], ['m', 'n']] as const) {
    const key = keyBetween(low, high)
    assert.ok(low < key && key < high, `${low} < ${key} < ${high}`)
  }
})

test('neighbours in the wrong order are refused', () => {
  assert.throws(() => keyBetween('b', 'a'), RangeError)
  assert.throws(() => keyBetween('a', 'a'), RangeError)
})

test('moving a row changes that row alone', () => {
  const rows: OrderedRow[] = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, order: `${index + 1}V` }))
  const change = moveRow(rows, 'd', 1)
  assert.deepEqual([...change.keys()], ['d'])
  assert.deepEqual(sortRows(rows.map(row => ({ ...row, order: change.get(row.id) ?? row.order }))).map(row => row.id), [
    'a', 'd', 'b', 'c'
  ])
})

test('rows that two people gave the same order can still be moved apart', () => {
  const rows: OrderedRow[] = [{ id: 'a', order: 'V' }, { id: 'b', order: 'V' }, { id: 'c', order: 'X' }]
  const change = moveRow(rows, 'c', 1)
  assert.deepEqual(sortRows(rows.map(row => ({ ...row, order: change.get(row.id) ?? row.order }))).map(row => row.id), [
    'a', 'c', 'b'
  ])
})
