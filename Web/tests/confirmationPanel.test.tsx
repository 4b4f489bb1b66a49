import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import type { Confirmation } from '../src/model/modelSummary'
import { ConfirmationPanel } from '../src/views/model/ConfirmationPanel'
import { ModelProvider, type ModelAccess } from '../src/views/model/ModelContext'
import { answer, inSession, Rendered, sessionOf, wordsOf } from './rendering'

const week = {
  units: [{ id: 'school', name: 'Lærkeskolen' }, { id: 'care', name: 'Børnehuset' }],
  externalParties: [{ id: 'club', name: 'Fodboldklubben' }],
  citizenGroups: [], goals: [], signs: [],
}

interface Case {
  role?: string
  me?: object
  parties?: string[]
  confirmations?: Partial<Confirmation>[]
  withdrawals?: object[]
  missing?: string[]
}

function shown(
  { role = 'participant', me = {}, parties = [], confirmations = [], withdrawals = [], missing = [] }: Case
) {
  const summary = {
    id: 'm-1', parties, withdrawals, contentVersion: 'v',
    confirmations: confirmations.map(one => ({ state: 'current', on: '2027-01-05', ...one })),
  }
  const access = { document: { doc: new Y.Doc() }, summary, missing: new Set(missing) } as unknown as ModelAccess
  const session = inSession(sessionOf({ details: { role, me }, week }))
  return Rendered.of(<ConfirmationPanel />, view =>
    session(<ModelProvider access={access}>{view}</ModelProvider>))
}

const states = (panel: Rendered) =>
  panel.all(one => String(one.props['data-testid']).startsWith('confirmation-')).map(one => one.props['data-state'])

test('each party is shown with its word: given, given before a change, or not yet', async () => {
  const panel = await shown({
    parties: ['school', 'care'], confirmations: [{ unitId: 'care' }, { externalId: 'club', state: 'beforeChange' }],
  })
  assert.deepEqual(states(panel), ['none', 'current', 'beforeChange'])
})

test('somebody of a party confirms for it, and for nobody else', async () => {
  const panel = await shown({ me: { unitId: 'care' }, parties: ['school', 'care'] })
  assert.equal(panel.withTestId('confirm-form').length, 1)
  assert.equal(panel.withTestId('confirm-form-other').length, 0)
  assert.match(wordsOf(panel.one('confirm-submit')), /Børnehuset/)
})

test('a participant of no party is told so, and has nothing to confirm', async () => {
  const panel = await shown({ me: { unitId: 'care' }, parties: ['school'] })
  assert.equal(panel.withTestId('confirm-form').length, 0)
  assert.ok(panel.all(one => one.props['className'] === 'hint').some(one => wordsOf(one).includes('Børnehuset')))
})

test('a facilitator confirms for any of the parties, the first that has not', async () => {
  const panel = await shown({
    role: 'facilitator', parties: ['school', 'care'], confirmations: [{ unitId: 'school' }],
  })
  assert.equal(panel.withTestId('confirm-form-other').length, 1)
  assert.deepEqual(panel.one('confirm-party').findAllByType('option').map(wordsOf), ['Lærkeskolen', 'Børnehuset'])
  assert.equal(panel.one('confirm-party').props['value'], 1)
})

test('an observer sees the words and confirms nothing', async () => {
  const panel = await shown({ role: 'observer', me: {}, parties: ['school'] })
  assert.deepEqual(states(panel), ['none'])
  assert.equal(panel.tags('form').length, 0)
})

test('what was confirmed is read once, however often others change the model and take it back', async () => {
  const confirmed = new Y.Doc()
  confirmed.getText('task').insert(0, 'Vi mødes')
  const state = Buffer.from(Y.encodeStateAsUpdate(confirmed)).toString('base64')
  answer('/models/m-1/versions', [{ number: 3, at: 0, contentVersion: 'then', parties: [] }])
  answer('/models/m-1/versions/3', { number: 3, at: 0, contentVersion: 'then', parties: [], state })
  const asked: string[] = []
  const { fetch } = globalThis
  globalThis.fetch = (...request) => {
    const path = String(request[0])
    if (path.includes('/models/')) asked.push(path)
    return fetch(...request)
  }
  try {
    const given = { unitId: 'care', contentVersion: 'then' }
    const change = (state: Confirmation['state']) =>
      shown({ me: { unitId: 'care' }, parties: ['care'], confirmations: [{ ...given, state }] })
    assert.equal((await change('beforeChange')).withTestId('changed-since').length, 1)
    assert.deepEqual(asked.map(path => path.replace('/api/v1', '')), ['/models/m-1/versions', '/models/m-1/versions/3'])
    for (const state of ['current', 'beforeChange', 'current', 'beforeChange'] as const) await change(state)
    assert.equal(asked.length, 2)
  } finally {
    globalThis.fetch = fetch
  }
})

test('a model without parties says so', async () => {
  const panel = await shown({ role: 'facilitator' })
  assert.equal(panel.all(one => one.props['className'] === 'empty').length, 1)
  assert.equal(panel.tags('form').length, 0)
})

test('a word can be taken back by who gave it and by who leads, after a second press', async () => {
  const given = { parties: ['school'], confirmations: [{ unitId: 'school', participantId: 'p-1' }] }
  const withdraw = (panel: Rendered) => panel.withTestId('withdraw-school').length
  assert.equal(withdraw(await shown({ ...given, me: { participantId: 'p-1', unitId: 'school' } })), 1)
  assert.equal(withdraw(await shown({ ...given, me: { participantId: 'p-2', unitId: 'school' } })), 0)
  const led = await shown({ ...given, role: 'facilitator' })
  assert.equal(withdraw(led), 1)
  const asked = wordsOf(led.one('withdraw-school'))
  await led.fire(led.one('withdraw-school'), 'onClick')
  assert.notEqual(wordsOf(led.one('withdraw-school')), asked)
})

test('a word that was taken back says by whom, and by which function only where its maker did', async () => {
  const back = (by: string) =>
    shown({ parties: ['school'], withdrawals: [{ unitId: 'school', by, function: 'skoleleder' }] })
  assert.match(wordsOf((await back('maker')).one('withdrawn')), /skoleleder/)
  assert.doesNotMatch(wordsOf((await back('facilitator')).one('withdrawn')), /skoleleder/)
})
