import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { OwnState, SessionEvent, ShownState } from '../src/model/generated/types'
import { applyEvent, initialSessionState, type SessionState } from '../src/model/sessionState'
import { stateFrom } from '../src/model/shownState'
import { StateParts } from '../src/net/stateParts'

interface Case { name: string, events: {
  seq: number, at: number, event: SessionEvent
}[], seq: number, state: ShownState, own: OwnState, first: Record<string, string> }

/**
 * What two states must have in common: all of it, but for the order of answers, which is told to nobody, and values as
 * they are read over those the session was made with.
 */
function compared(state: SessionState, first: Record<string, string>): object {
  const values = Object.entries({ ...first, ...Object.fromEntries(state.areas.interpretations) })
    .filter(([, text]) => text !== '')
  const answers = state.areas.evaluations
    .map(one => JSON.stringify([one.grade, one.text ?? null, one.participantId ?? null]))
    .sort()
  return { ...state, areas: {
    ...state.areas, evaluations: answers, interpretations: new Map(values), calling: [...state.areas.calling]
  } }
}

// Random sessions, and for each who looks at them what they were told of every event, beside the state they would get.
const cases = process.env.SAMSPIL_STATES === undefined
  ? []
  : JSON.parse(readFileSync(process.env.SAMSPIL_STATES, 'utf8')) as Case[]
for (const one of cases) {
  test(`the state is what the events told ${one.name} would have come to`, () => {
    const folded =
      one.events.reduce((state, { seq, at, event }) => applyEvent(state, seq, at, event), initialSessionState)
    assert.deepEqual(compared(stateFrom(one.seq, one.state, one.own), one.first), compared(folded, one.first))
  })
}

const nothing: ShownState = {
  people: [], phase: 0, locked: [], ended: false, lobby: { mode: 'open' }, parked: [], announcement: '', ready: [],
  hands: [], evaluations: { count: 0 },
  groups: [], groupsByChoice: false, calling: [], rounds: [], votes: [], levels: [], interpretations: [],
}
const nobody: OwnState = { ideas: [], ballots: [] }

test('the state of a session in which nothing happened is the one a page begins with', () => {
  assert.deepEqual(stateFrom(0, nothing, nobody), initialSessionState)
})

test('what is one\'s own stands in its place among what is hidden', () => {
  const state = stateFrom(7, {
    ...nothing, people: ['p1', 'p2'], evaluations: { count: 2 },
    rounds: [{ roundId: 'r', question: 'Q', isNamed: false, revealed: false, hidden: ['a', 'b'] }],
    votes: [{ voteId: 'v', question: 'Q', options: [], budget: 2, isNamed: false, cast: [0, 1] }],
  }, {
    participantId: 'p2', ideas: [{ roundId: 'r', ideaId: 'b', text: 'Min' }],
    ballots: [{ voteId: 'v', dots: { x: 1 } }], evaluation: { grade: 4, participantId: 'p2' }
  }).areas
  assert.deepEqual([
    ...state.rounds.get('r')?.ideas.values() ?? []
  ], [{ ideaId: 'a', text: '' }, { ideaId: 'b', text: 'Min', participantId: 'p2' }])
  assert.deepEqual([...state.votes.get('v')?.ballots ?? []], [['p1', { '': 0 }], ['p2', { x: 1 }]])
  assert.deepEqual(state.evaluations, [{ grade: 4, participantId: 'p2' }, { grade: 0 }])
})

test('a state in parts is the same as in one, and one whose beginning is missing is none', () => {
  const whole = JSON.stringify({ own: nobody, state: { ...nothing, announcement: 'Æ"\\ø' } })
  const texts = [whole.slice(0, 20), whole.slice(20, 90), whole.slice(90)]
  const parts = texts.map((text, part) => ({ type: 'state' as const, seq: 3, part, isLast: part === 2, text }))
  const taker = new StateParts()
  assert.deepEqual(parts.map(part => taker.take(part)?.state.announcement ?? null), [null, null, 'Æ"\\ø'])
  assert.deepEqual(parts.slice(1).map(part => taker.take(part)), [null, null])
  assert.deepEqual(parts.map(part => taker.take(part)?.seq ?? null), [null, null, 3])
})
