import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionEvent } from '../src/model/generated/types'
import {
  applyEvent, formatRemaining, initialSessionState, remainingMs, urgency, type SessionState
} from '../src/model/sessionState'

function fold(events: readonly [number, SessionEvent][], from: SessionState = initialSessionState): SessionState {
  return events.reduce((state, [at, event], index) => applyEvent(state, from.seq + index + 1, at, event), from)
}

test('the phase is the last that was entered', () => {
  const state = fold([
    [0, { kind: 'phaseEntered', index: 1, from: 0 }], [5, { kind: 'phaseEntered', index: 2, from: 1 }],
    [9, { kind: 'phaseEntered', index: 1, from: 2 }]
  ])
  assert.equal(state.phase, 1)
  assert.equal(state.phaseEnteredAt, 9)
})

test('a timer counts down by the server\'s clock, stands still when paused, and goes on from there', () => {
  const started = fold([[1_000, { kind: 'timerStarted', durationMs: 60_000 }]])
  assert.equal(remainingMs(started.timer, 11_000), 50_000)
  const paused = fold([[21_000, { kind: 'timerPaused', remainingMs: 40_000 }]], started)
  assert.equal(remainingMs(paused.timer, 99_000), 40_000)
  const resumed = fold([[100_000, { kind: 'timerResumed', remainingMs: 40_000 }]], paused)
  assert.equal(remainingMs(resumed.timer, 110_000), 30_000)
  const extended = fold([[110_000, { kind: 'timerExtended', byMs: 60_000, remainingMs: 90_000 }]], resumed)
  assert.equal(remainingMs(extended.timer, 110_000), 90_000)
  assert.equal(remainingMs(fold([[1, { kind: 'timerStopped' }]], extended).timer, 0), null)
})

test('extending a paused timer leaves it paused', () => {
  const state = fold([
    [0, { kind: 'timerStarted', durationMs: 60_000 }], [1, { kind: 'timerPaused', remainingMs: 30_000 }],
    [2, { kind: 'timerExtended', byMs: 60_000, remainingMs: 90_000 }]
  ])
  assert.equal(state.timer.kind, 'paused')
  assert.equal(remainingMs(state.timer, 500_000), 90_000)
})

test('events that are told again after a reconnect change nothing', () => {
  const events: [number, SessionEvent][] = [
    [0, { kind: 'modelLocked', modelId: 'k-1' }], [1, { kind: 'modelUnlocked', modelId: 'k-1' }]
  ]
  const state = fold(events)
  assert.equal(applyEvent(state, 1, 0, { kind: 'modelLocked', modelId: 'k-1' }), state)
  assert.equal(state.locked.size, 0)
})

test('an event of a kind that is not known here moves the number and nothing else', () => {
  const state = applyEvent(initialSessionState, 1, 0, { kind: 'somethingNew' } as unknown as SessionEvent)
  assert.deepEqual({ ...state, seq: 0 }, initialSessionState)
  assert.equal(state.seq, 1)
})

test('ending a session stops its timer, and it can be opened again', () => {
  const ended = fold([[0, { kind: 'timerStarted', durationMs: 1 }], [1, { kind: 'sessionEnded' }]])
  assert.ok(ended.ended && ended.timer.kind === 'none')
  assert.ok(!fold([[2, { kind: 'sessionReopened' }]], ended).ended)
})

test('time left reads as a clock, also when it has run out', () => {
  assert.equal(formatRemaining(245_000), '4:05')
  assert.equal(formatRemaining(60 * 60_000), '60:00')
  assert.equal(formatRemaining(1), '0:01')
  assert.equal(formatRemaining(-30_000), '−0:30')
  assert.equal(formatRemaining(0), '0:00')
})

test('time becomes pressing at a fifth and at a twentieth', () => {
  assert.equal(urgency(30_000, 100_000), 'calm')
  assert.equal(urgency(20_000, 100_000), 'soon')
  assert.equal(urgency(5_000, 100_000), 'now')
})
