import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UndoSteps } from '../src/model/undoSteps'

/** Where steps begin, for letters written in places at times. */
const beginnings = (edits: readonly (readonly [place: string | null, letters: number, at: number])[]) => {
  const steps = new UndoSteps()
  return edits.map(([place, letters, at]) => steps.begins(place, letters, at))
}

test('letters in one field without a pause are one step', () => {
  assert.deepEqual(beginnings([['a', 1, 0], ['a', 1, 400], ['a', 1, 800]]), [true, false, false])
})

test('another field, a pause, and what has no place begin a step', () => {
  assert.deepEqual(beginnings([['a', 1, 0], ['b', 1, 100], ['b', 1, 600], [null, 0, 610], ['b', 1, 620]]), [
    true, true, true, true, true
  ])
})

test('a step is forty letters at most', () => {
  const begun = beginnings(Array.from({ length: 170 }, (_, index) => ['a', 1, index] as const))
  assert.deepEqual(begun.flatMap((begins, index) => begins ? [index] : []), [0, 40, 80, 120, 160])
  assert.deepEqual(beginnings([['a', 30, 0], ['a', 30, 1], ['a', 5, 2]]), [true, true, false])
})

test('what is written after an undo is a step of its own', () => {
  const steps = new UndoSteps()
  steps.begins('a', 1, 0)
  steps.end()
  assert.equal(steps.begins('a', 1, 1), true)
})
