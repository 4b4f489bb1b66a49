import assert from 'node:assert/strict'
import { test } from 'node:test'
import { followUpDefaults, monthDay, parts } from '../src/model/followUpDays'

test('a day that comes every year is written as month and day, and no other day is taken', () => {
  assert.equal(monthDay('1', 9), '09-01')
  assert.equal(monthDay(' 31 ', 12), '12-31')
  for (const [day, month] of [
    ['29', 2], ['31', 4], ['0', 1], ['32', 1], ['1', 13], ['', 3], ['1.', 3], ['en', 3]
  ] as const) assert.equal(monthDay(day, month), null, `${day}/${month}`)
})

test('the days that nobody has set are read as they would be written', () => {
  for (const text of Object.values(followUpDefaults)) {
    const { day, month } = parts(text)
    assert.equal(monthDay(day, month), text)
  }
})
