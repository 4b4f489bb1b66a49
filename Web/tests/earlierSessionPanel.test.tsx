import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialSessionState, type SessionState } from '../src/model/sessionState'
import { EarlierSessionPanel } from '../src/views/session/EarlierSessionPanel'
import { answer, inSession, Rendered, sessionOf, wordsOf } from './rendering'

const week = {
  units: [{ id: 'school', name: 'Lærkeskolen' }], externalParties: [{ id: 'club', name: 'Fodboldklubben' }]
}
const left = {
  sessionId: 's-0', title: 'Sidste gang', date: '2027-01-05',
  parkedItems: [
    { text: 'Nøgler til hallen', unitId: 'school', function: 'pedel', due: '2027-02-01' },
    { text: 'Fælles bus', externalId: 'club' },
  ],
  promises: [
    { modelId: 'm', title: 'Fremmøde', unitId: 'school', function: 'leder', give: 'et lokale', need: 'to timer' }
  ],
}

async function shown(before: unknown, more: { role?: string, state?: Partial<SessionState> } = {}) {
  const sent: Record<string, unknown>[] = []
  answer('/sessions/s-1/before', before)
  const session = sessionOf({
    details: { role: more.role ?? 'participant' }, week, view: { state: { ...initialSessionState, ...more.state } },
    store: { command: (command: Record<string, unknown>) => { sent.push(command); return Promise.resolve() } },
  })
  return { panel: await Rendered.of(<EarlierSessionPanel />, inSession(session)), sent }
}

test('what was parked and promised the last time is told by unit, never by name', async () => {
  const { panel } = await shown(left)
  for (const words of ['Sidste gang', '5. januar 2027', 'Nøgler til hallen', 'Lærkeskolen · pedel', '1. februar 2027',
    'Fælles bus', 'Fodboldklubben', 'et lokale', 'to timer']) assert.ok(panel.words.includes(words), words)
})

test('nothing is shown where there was no last time, or where it left nothing', async () => {
  assert.ok((await shown({ parkedItems: [], promises: [] })).panel.isEmpty)
  assert.ok((await shown({ ...left, parkedItems: [], promises: [] })).panel.isEmpty)
})

test('an item is taken up again with all that was said of it', async () => {
  const { panel, sent } = await shown(left)
  const [first, second] = panel.withTestId('take-up')
  assert.ok(first && second)
  await panel.fire(first, 'onClick')
  await panel.fire(second, 'onClick')
  assert.ok(sent.every(({ itemId }) => /^x-\w{9,}$/.test(String(itemId))))
  assert.deepEqual(sent.map(({ itemId: _, ...rest }) => rest), [
    { kind: 'parkItem', text: 'Nøgler til hallen', unitId: 'school', function: 'pedel', due: '2027-02-01' },
    { kind: 'parkItem', text: 'Fælles bus', externalId: 'club' },
  ])
})

test('what is parked here already is not taken up twice', async () => {
  const parked = [{ itemId: 'x', text: 'Fælles bus', settled: false }]
  const { panel } = await shown(left, { state: { areas: { ...initialSessionState.areas, parked } } })
  assert.equal(panel.withTestId('take-up').length, 1)
})

test('nobody takes anything up in a session that has ended, nor as an observer or a leader', async () => {
  for (const role of ['observer', 'leader']) {
    assert.equal((await shown(left, { role })).panel.withTestId('take-up').length, 0)
  }
  assert.equal((await shown(left, { state: { ended: true } })).panel.withTestId('take-up').length, 0)
})

test('it stands open in the first phase', async () => {
  const open = async (phase: number) => (await shown(left, { state: { phase } })).panel.one('last-time').props['open']
  assert.equal(await open(0), true)
  assert.equal(await open(1), undefined)
  assert.ok(wordsOf((await shown(left)).panel.tags('summary')[0]!).includes('Sidste gang'))
})
