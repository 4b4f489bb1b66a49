import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  agendaTimes, clockOf, fixedCount, fromTemplate, moved, nudged, put, removed, rewritten
} from '../src/model/agenda'
import type { Phase } from '../src/model/session'
import { applyEvent, initialSessionState } from '../src/model/sessionState'

const phases: Phase[] =
  ['a', 'b', 'c', 'd'].map((id, index) => ({ id, title: id.toUpperCase(), minutes: 10 * (index + 1) }))
const order = (all: readonly Phase[]) => all.map(one => one.id).join('')

test('a phase goes where it is put, and what has begun stays first', () => {
  assert.equal(order(moved('d', 0, 0)(phases)), 'dabc')
  assert.equal(order(moved('d', 0, 2)(phases)), 'abdc')
  assert.equal(order(moved('a', 3, 1)(phases)), 'abcd')
  assert.equal(order(nudged('c', -1, 2)(phases)), 'abcd')
  assert.equal(order(nudged('c', 1, 2)(phases)), 'abdc')
  assert.equal(order(nudged('d', 1, 0)(phases)), 'abcd')
  assert.equal(order(moved('away', 0, 0)(phases)), 'abcd')
})

test('what is going on has begun, and nothing has before the session has', () => {
  assert.equal(fixedCount(0, null), 0)
  assert.equal(fixedCount(2, 1_000), 3)
})

test('a change is made on the agenda as it is by then', () => {
  assert.equal(order(removed('b')(put({ id: 'e', title: 'E', minutes: 5 })(phases))), 'acde')
  assert.equal(put({ id: 'b', title: 'Ny', minutes: 5 })(phases)[1]?.title, 'Ny')
})

test('a template takes the place of what has not begun', () => {
  let ids = 0
  const template = {
    id: 't', titleDa: 'T', titleEn: 'T', phases: [{ titleDa: 'Pause', titleEn: 'Break', minutes: 10 }]
  }
  const made = fromTemplate(template, 2, () => `n${++ids}`)(phases)
  assert.deepEqual(made.slice(2), [{ id: 'n1', title: 'Pause', titleEn: 'Break', minutes: 10 }])
  assert.equal(order(made), 'abn1')
})

test('words that were changed hold in both languages, and those that were not keep their translation', () => {
  const phase: Phase = { id: 'a', title: 'Mål', titleEn: 'Goals', question: 'Hvad?', questionEn: 'What?', minutes: 10 }
  const words = { title: 'Mål', question: 'Hvad?', minutes: 15, modelIds: [] }
  assert.deepEqual(rewritten(phase, words, 'da'), { ...phase, minutes: 15, modelIds: [] })
  assert.deepEqual(rewritten(phase, { ...words, title: 'Goals', question: '' }, 'en'), {
    id: 'a', title: 'Mål', titleEn: 'Goals', minutes: 15, modelIds: []
  })
  assert.deepEqual(rewritten(phase, { ...words, title: 'Vores mål' }, 'da'), {
    id: 'a', title: 'Vores mål', question: 'Hvad?', questionEn: 'What?', minutes: 15, modelIds: []
  })
})

test('minutes add up against the end, also when the session is late', () => {
  const times = agendaTimes(phases, '08:30', '10:00')
  assert.deepEqual(times.starts, [510, 520, 540, 570])
  assert.equal(times.total, 100)
  assert.equal(times.over, 10)
  assert.equal(agendaTimes(phases, '08:30', '10:00', -15).over, -5)
  assert.equal(agendaTimes(phases, '08:30', null).over, null)
  assert.equal(agendaTimes(phases, null, '10:00').ends, null)
  assert.equal(clockOf(1_500), '01:00')
})

test('an agenda that was set holds from then on, with the event it came with as its revision', () => {
  const state = applyEvent(initialSessionState, 4, 0, { kind: 'agendaSet', phases })
  assert.deepEqual(state.agenda, { phases, revision: 4 })
  assert.equal(initialSessionState.agenda, null)
})
