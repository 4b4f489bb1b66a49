import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rehearsalOf, rehearsed } from '../src/model/rehearsal'
import type { SessionCommand } from '../src/model/generated/types'
import { initialSessionState, remainingMs, type SessionState } from '../src/model/sessionState'

const agenda = { phases: [{ id: 'a', title: 'A', minutes: 5 }, { id: 'b', title: 'B', minutes: 5 }], revision: 9 }
const walk = (commands: readonly SessionCommand[]) => commands.reduce<SessionState>(
  (state, command, index) => rehearsed(state, command, index * 1_000) ?? state,
  rehearsalOf({ ...initialSessionState, agenda, phase: 1, ended: true })
)

test('a rehearsal begins before the session has begun, with the agenda as it is', () => {
  const state = walk([])
  assert.deepEqual([state.phase, state.phaseEnteredAt, state.ended, state.agenda], [0, null, false, agenda])
})

test('one walks through the phases and tries the timer as in the session', () => {
  const state = walk([
    { kind: 'enterPhase', index: 1, expected: 0 },
    { kind: 'startTimer', durationMs: 60_000 },
    { kind: 'pauseTimer' },
    { kind: 'extendTimer', byMs: 60_000 },
    { kind: 'resumeTimer' }
  ])
  assert.equal(state.phase, 1)
  assert.equal(remainingMs(state.timer, 4_000), 119_000)
  assert.deepEqual(rehearsed(state, { kind: 'stopTimer' }, 5_000)?.timer, { kind: 'none' })
  assert.equal(rehearsed(state, { kind: 'endSession' }, 5_000)?.ended, true)
})

test('what is for others to see does not happen', () => {
  assert.equal(rehearsed(walk([]), { kind: 'sayToAll', text: 'Hej' }, 0), null)
  assert.equal(rehearsed(walk([]), { kind: 'lockModel', modelId: 'm' }, 0), null)
  assert.equal(rehearsed(walk([]), { kind: 'setAgenda', phases: [], expected: 9 }, 0), null)
})
