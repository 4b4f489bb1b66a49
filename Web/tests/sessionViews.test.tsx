import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { fieldText } from '../src/model/layout'
import { initialSessionState, type SessionState } from '../src/model/sessionState'
import { Signal } from '../src/net/signal'
import { AgendaItem } from '../src/views/agenda/AgendaItem'
import { HiddenOwnText } from '../src/views/model/HiddenOwnText'
import { ModelProvider, type ModelAccess } from '../src/views/model/ModelContext'
import { ScheduleNote } from '../src/views/session/ScheduleNote'
import { inSession, Rendered, sessionOf } from './rendering'

const minute = 60_000
const phases = [{ id: 'a', title: 'Velkomst', minutes: 10 }, { id: 'b', title: 'Arbejde', minutes: 30 }]

function note(state: Partial<SessionState>, now: number) {
  const session = sessionOf({
    details: { phases }, view: { state: { ...initialSessionState, ended: false, ...state } }, store: { now: () => now },
  })
  return Rendered.of(<ScheduleNote />, inSession(session))
}

test('a session tells when it is behind its plan or ahead of it, and nothing within two minutes', async () => {
  const second = { phase: 1, beganAt: 0 }
  const late = await note({ ...second, phaseEnteredAt: 15 * minute }, 15 * minute)
  assert.match(late.words, /5/)
  assert.match(String(late.one('schedule').props['className']), /behind/)
  late.end()
  const early = await note({ ...second, phaseEnteredAt: 4 * minute }, 4 * minute)
  assert.match(early.words, /6/)
  assert.doesNotMatch(String(early.one('schedule').props['className']), /behind/)
  early.end()
  for (const entered of [8.6, 10, 11.4]) {
    const close = await note({ ...second, phaseEnteredAt: entered * minute }, entered * minute)
    assert.ok(close.isEmpty, String(entered))
    close.end()
  }
})

test('nothing is told of the time before a session began or after it ended', async () => {
  const before = await note({ beganAt: null, phaseEnteredAt: null }, 99 * minute)
  assert.ok(before.isEmpty)
  before.end()
  assert.ok((await note({ phase: 1, beganAt: 0, phaseEnteredAt: 60 * minute, ended: true }, 99 * minute)).isEmpty)
})

function agendaItem(index: number, fixed: number, more: { isNow?: boolean } = {}) {
  const done: string[] = []
  const phase = { id: 'a', title: 'Velkomst', minutes: 10, modelIds: ['m-1', 'm-2'] }
  const models = [{ id: 'm-1', title: 'Fremmøde' }, { id: 'm-2', title: '' }, { id: 'm-3', title: 'En anden' }] as never
  return Rendered.of(
    <AgendaItem phase={phase} index={index} count={3} fixed={fixed} isNow={more.isNow ?? false} start={510}
      onGrip={() => undefined} onOpen={() => done.push('open')} onRemove={() => done.push('remove')}
      onNudge={by => done.push(String(by))} />,
    inSession(sessionOf({ view: { models } }))).then(view => ({ view, done }))
}

test('a point of the agenda tells when, how long, and which models belong to it', async () => {
  const { view } = await agendaItem(1, 0)
  for (const words of ['08.30', '10', 'Velkomst', 'Fremmøde']) assert.ok(view.words.includes(words), words)
  assert.ok(!view.words.includes('En anden'))
})

test('a point that has begun is not moved or removed, and one that has not is by its buttons', async () => {
  const past = await agendaItem(0, 1)
  assert.equal(past.view.withTestId('agenda-up-a').length + past.view.withTestId('agenda-remove-a').length, 0)
  const { view, done } = await agendaItem(1, 0)
  for (const what of ['up', 'down', 'remove', 'open']) await view.fire(view.one(`agenda-${what}-a`), 'onClick')
  assert.deepEqual(done, ['-1', '1', 'remove', 'open'])
})

test('the first that may be moved goes no further up, the last no further down', async () => {
  const disabled = async (index: number, fixed: number) => {
    const { view } = await agendaItem(index, fixed)
    return ['up', 'down'].filter(way => view.one(`agenda-${way}-a`).props['disabled'] === true)
  }
  assert.deepEqual([await disabled(1, 1), await disabled(2, 1), await disabled(1, 0)], [['up'], ['down'], []])
})

test(
  'what one wrote in a field that the level hides is told by the field\'s name, as long as something stands there',
  async () => {
    const doc = new Y.Doc()
    const field = (id: string, requirement: object) =>
      ({ id, label: { da: `Felt ${id}`, en: '' }, kind: { kind: 'longText' }, requirement })
    const hiddenAt = { knowledge: '-', coordination: 'O', coCreation: 'R' }
    const fields = [field('task', hiddenAt), field('why', hiddenAt)]
    const document = { doc, changed: new Signal(), ownFields: new Set(['task']) }
    const access = { document, level: 'knowledge' } as unknown as ModelAccess
    const shown = () => Rendered.of(<HiddenOwnText />, one => inSession(sessionOf({ definitions: { fields } }))(
      <ModelProvider access={access}>{one}</ModelProvider>))
    assert.ok((await shown()).isEmpty)
    fieldText(doc, 'task').insert(0, 'Mit')
    fieldText(doc, 'why').insert(0, 'En andens')
    const { words } = await shown()
    assert.ok(words.includes('Felt task') && !words.includes('Felt why'))
  }
)
