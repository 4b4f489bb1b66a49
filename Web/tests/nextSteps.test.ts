import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ModelSummary } from '../src/model/modelSummary'
import { missingUnits, nextStepsText } from '../src/model/nextSteps'
import type { Week } from '../src/model/week'

const week = {
  units: [{ id: 'u1', name: 'Skolen' }, { id: 'u2', name: 'Familiehuset' }, { id: 'u3', name: 'Biblioteket' }],
  externalParties: [],
  goals: [
    { id: 'g1', unitId: 'u1', text: 'Et', citizenGroupId: 'c' },
    { id: 'g2', unitId: 'u3', text: 'To', citizenGroupId: 'andre' }
  ],
} as unknown as Week
const model = {
  id: 'k', title: 'Fremmøde', level: 'coordination', parties: ['u1', 'u2'], missing: ['task'],
  confirmations: [{ unitId: 'u1', state: 'current' }, { unitId: 'u2', state: 'beforeChange' }],
} as unknown as ModelSummary
const words = {
  agreed: 'Aftalt', alone: 'Alene', parked: 'Parkeret', noOwner: 'ingen',
  confirmedBy: (units: string) => `Bekræftet: ${units}`,
  waitsFor: (units: string) => `Venter: ${units}`, lacks: (count: number) => `${count} mangler`,
  by: (date: string) => `senest ${date}`,
}

test('the text says what is agreed and by whom, what is missing, and who takes up what', () => {
  const levels = new Map([['g2', { decision: { goalId: 'g2', choice: 'alone' as const, reason: 'Enkelt' } }]])
  const parked = [
    { itemId: 'i', text: 'Lokaler', unitId: 'u1', function: 'Leder', due: '2027-02-01', settled: false },
    { itemId: 'j', text: 'Klaret', settled: true }
  ]
  assert.equal(nextStepsText('Session', week, [model], levels, parked, words, () => 'Koordinering', 'da'), [
    'Session', '', 'Aftalt', '- Fremmøde (Koordinering)', '  Bekræftet: Skolen', '  1 mangler',
    '  Venter: Familiehuset', '',
    'Alene', '- To (Enkelt)', '', 'Parkeret', '- Lokaler (Skolen, Leder, senest 1. februar 2027)', '',
  ].join('\n'))
})

test('a unit is missing when it owns a goal of the group or is a party, and nobody of it is here', () => {
  assert.deepEqual(missingUnits(week, 'c', [model], new Set(['u1'])), ['Familiehuset'])
  assert.deepEqual(missingUnits(week, 'c', [], new Set()), ['Skolen'])
  assert.deepEqual(missingUnits(week, null, [], new Set()), [])
})
