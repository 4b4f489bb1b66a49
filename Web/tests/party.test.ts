import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Confirmation, ModelSummary } from '../src/model/modelSummary'
import { isSameParty, ownParty, partiesOf, partyId } from '../src/model/party'
import type { Week } from '../src/model/week'

const week = {
  units:
    [{ id: 'school', name: 'Lærkeskolen' }, { id: 'care', name: 'Børnehuset' }, { id: 'jobs', name: 'Jobcentret' }],
  externalParties: [{ id: 'club', name: 'Fodboldklubben' }, { id: 'choir', name: 'Koret' }],
} as Partial<Week> as Week

const model = (parties: string[], confirmations: Partial<Confirmation>[] = []) =>
  ({
    parties, confirmations: confirmations.map(one => ({ state: 'current', ...one })),
  }) as Partial<ModelSummary> as ModelSummary

const names = (parties: { name: string }[]) => parties.map(one => one.name)

test('the parties are the units a model names, in the week\'s order, and whoever has confirmed it', () => {
  assert.deepEqual(names(partiesOf(week, model(['jobs', 'school']))), ['Lærkeskolen', 'Jobcentret'])
  assert.deepEqual(
    names(partiesOf(week, model(['care'], [{ unitId: 'school' }, { externalId: 'choir' }]))),
    ['Lærkeskolen', 'Børnehuset', 'Koret'])
})

test('an external party is one only when it has confirmed, and a unit only once', () => {
  assert.deepEqual(partiesOf(week, model([])), [])
  assert.deepEqual(names(partiesOf(week, model(['school'], [{ unitId: 'school' }, { unitId: 'school' }]))), [
    'Lærkeskolen'
  ])
})

test('somebody speaks for the unit or the external party whose seat they have, and nobody speaks for neither', () => {
  assert.equal(ownParty(week, { unitId: 'care', externalId: null })?.name, 'Børnehuset')
  assert.equal(ownParty(week, { unitId: null, externalId: 'club' })?.name, 'Fodboldklubben')
  assert.equal(ownParty(week, { unitId: null, externalId: null }), undefined)
  assert.equal(ownParty(week, { unitId: 'gone' }), undefined)
})

test('a unit and an external party with the same id are two parties, and are told as what they are', () => {
  const unit = { unitId: 'x', name: 'X' }, external = { externalId: 'x', name: 'X' }
  assert.equal(isSameParty(unit, { unitId: 'x', name: 'Y' }), true)
  assert.equal(isSameParty(unit, external), false)
  assert.deepEqual(partyId(unit), { unitId: 'x' })
  assert.deepEqual(partyId(external), { externalId: 'x' })
})
