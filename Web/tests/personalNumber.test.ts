import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasPersonalNumber } from '../src/model/personalNumber'
import { sharedVectors } from './sharedVectors'

const samples = sharedVectors<{ text: string, found: boolean }>('personal-numbers')

test('what looks like a CPR number is found as on the server, and a date, a phone or a case number is not', () => {
  assert.ok(samples.length > 30)
  for (const { text, found } of samples) assert.equal(hasPersonalNumber(text), found, JSON.stringify(text))
})

test('a long text is searched in a moment', () => {
  const began = performance.now()
  assert.equal(hasPersonalNumber('0102031'.repeat(20_000)), false)
  assert.ok(performance.now() - began < 1_000)
})
