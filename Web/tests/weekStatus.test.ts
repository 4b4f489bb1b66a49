import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Week } from '../src/model/week'
import { sessionsOfGroup, sessionsOfUnit } from '../src/model/levelCoverage'
import { goalsWithoutDecision, roomsOf, unconfirmed } from '../src/model/weekStatus'

const confirmation = (unitId: string, state: 'current' | 'beforeChange') => ({ unitId, state })
const week = {
  units: [{ id: 'u1', name: 'A' }, { id: 'u2', name: 'B' }, { id: 'u3', name: 'C' }],
  goals: [
    { id: 'g1', unitId: 'u1', text: 'Et' },
    { id: 'g2', unitId: 'u1', text: 'To' },
    { id: 'g3', unitId: 'u2', text: 'Tre' }
  ],
  sessions: [
    { id: 's1', title: 'S', room: 'Øst', decidedLevels: [
      { goalId: 'g2', choice: 'alone' },
      { goalId: 'g3', choice: 'knowledge' }
    ], models: [
      {
        id: 'k1', title: 'K', goalIds: ['g1'], parties: ['u1', 'u2'],
        confirmations: [confirmation('u1', 'current'), confirmation('u2', 'beforeChange')]
      },
    ] },
    { id: 's2', title: 'T', models: [] }, { id: 's3', title: 'U', room: 'Ærø', models: [] },
  ],
} as unknown as Week

test('a goal is settled by a collaboration, or by being best done alone, and not by a level without one', () => {
  assert.deepEqual(goalsWithoutDecision(week).map(goal => goal.id), ['g3'])
})

test('a party has confirmed when it stands by what is written now', () => {
  assert.deepEqual(unconfirmed(week).map(one => [one.unit.id, one.modelId, one.isBeforeChange]), [['u2', 'k1', true]])
})

test('rooms stand in Danish order, and what has none last', () => {
  assert.deepEqual(roomsOf(week), ['Ærø', 'Øst', ''])
})

test('a unit belongs to a session where it is a party, or that is about citizens it has a goal for, in the '
  + 'programme’s order', () => {
  const programme = {
    goals: [{ id: 'g1', unitId: 'u1', text: 'Et', citizenGroupId: 'b1' }, { id: 'g2', unitId: 'u2', text: 'To' }],
    sessions: [
      { id: 's1', date: '2027-01-20', startsAt: '13:00', citizenGroupId: 'b1', models: [{ parties: ['u2'] }] },
      { id: 's2', date: '2027-01-20', startsAt: '09:00', citizenGroupId: 'b1', models: [] },
      { id: 's3', citizenGroupId: 'b2', models: [] },
    ],
  } as unknown as Week
  assert.deepEqual(['u1', 'u2', 'u3'].map(unit => sessionsOfUnit(programme, unit).map(one => one.id)), [
    ['s2', 's1'], ['s1'], []
  ])
  assert.deepEqual(sessionsOfGroup(programme, 'b2').map(one => one.id), ['s3'])
})
