import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReactNode } from 'react'
import type { PlanOrigin, PlanPart, PlanSection } from '../src/model/goalPlan'
import { PlanContents } from '../src/views/plan/PlanContents'
import { PlanContext, type PlanAccess } from '../src/views/plan/PlanContext'
import { PlanOriginLine } from '../src/views/plan/PlanOriginLine'
import { CopyField } from '../src/views/ui/CopyField'
import { Rendered, wordsOf } from './rendering'

const both = (da: string) => ({ da, en: da })
const section =
  (id: PlanSection['id'], isOfYear = false): PlanSection => ({ id, title: both(`Afsnit ${id}`), isOfYear, fields: [] })
const part: PlanPart = {
  id: 'p', title: both('Del'),
  sections: [{ section: 'goals' }, { section: 'signs' }, { section: 'status' }],
}

function inPlan(items: string[], offers: string[]) {
  const view = {
    plan: { items: Object.fromEntries(items.map((of, index) => [
      `i-${index}`, { id: `i-${index}`, head: { section: of, position: index, isRefused: false }, values: {} },
    ])) },
    offers: offers.map((of, index) => ({ sourceId: `o-${index}`, section: of, status: 'new', lines: [] })),
    sections: [section('goals'), section('signs'), section('status', true)], profile: { id: 'maalplan', parts: [part] },
    weekTitle: 'Uge 50', names: { 'unit:u': 'Lærkeskolen' },
  }
  return (one: ReactNode) =>
    <PlanContext.Provider value={{ view } as unknown as PlanAccess}>{one}</PlanContext.Provider>
}

test(
  'the contents tell how many items a section has and how many are open, and leave out what is empty or of the year',
  async () => {
    const view = await Rendered.of(<PlanContents parts={[part]} />, inPlan(['goals', 'goals', 'status'], ['goals']))
    assert.deepEqual(view.tags('a').map(wordsOf), ['Afsnit goals'])
    assert.match(view.words, /2.*1/)
    assert.deepEqual(view.tags('rect').map(one => one.props['width'] as number).map(Math.round), [67, 33])
  }
)

test('a plan with nothing in it has no contents', async () => {
  assert.ok((await Rendered.of(<PlanContents parts={[part]} />, inPlan([], []))).isEmpty)
})

test('an origin names each model, with the way there where one may go, and the units', async () => {
  const origin: PlanOrigin = { kind: 'source', weekId: 'w', version: 3, unitIds: ['u', 'ukendt'], models: [
    { modelId: 'm-1', sessionId: 's-1', title: 'Fremmøde', contentVersion: '' },
    { modelId: 'm-2', title: 'Trivsel', contentVersion: '' },
  ] }
  const view = await Rendered.of(<PlanOriginLine origin={origin} />, inPlan([], []))
  assert.deepEqual(view.tags('a').map(one => [wordsOf(one), one.props['href']]), [
    ['Fremmøde', '/session/s-1/model/m-1']
  ])
  assert.match(view.words, /Fremmøde, Trivsel · .*3 · Lærkeskolen, ukendt$/)
})

test('an origin without models is the week, and what one wrote oneself comes from nowhere else', async () => {
  const from = async (origin: Partial<PlanOrigin>) => (await Rendered.of(
    <PlanOriginLine origin={{ kind: 'source', weekId: 'w', models: [], unitIds: [], ...origin }} />,
    inPlan([], []))).words
  assert.ok((await from({ version: 2 })).includes('Uge 50'))
  assert.ok(!(await from({ kind: 'leader' })).includes('Uge 50'))
})

test('a text is copied by its button, which says so', async () => {
  const copied: string[] = []
  const clipboard = { writeText: (text: string) => { copied.push(text); return Promise.resolve() } }
  Object.defineProperty(globalThis, 'navigator', { value: { clipboard }, configurable: true })
  const view = await Rendered.of(<CopyField label="Adresse" value="https://eksempel.dk/x" />)
  const button = () => view.tags('button')[0] ?? assert.fail()
  const before = wordsOf(button())
  await view.fire(button(), 'onClick')
  assert.deepEqual(copied, ['https://eksempel.dk/x'])
  assert.notEqual(wordsOf(button()), before)
})
