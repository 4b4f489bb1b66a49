import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfferStatus, PartContent, PlanItem, PlanOffer, PlanOrigin, PlanSection } from '../src/model/goalPlan'
import { PlanContext, type PlanAccess } from '../src/views/plan/PlanContext'
import { PlanSectionView } from '../src/views/plan/PlanSectionView'
import type { ItemDraft } from '../src/views/plan/useItemDrafts'
import { Rendered } from './rendering'

const goals: PlanSection = {
  id: 'goals', title: { da: 'Mål', en: 'Goals' }, isOfYear: false,
  fields: [{ id: 'text', kind: 'longText', label: { da: 'Mål', en: 'Goal' }, choices: [] }],
}
const origin: PlanOrigin = { kind: 'source', weekId: 'uge', version: 1, models: [], unitIds: [] }
const draft: ItemDraft = { section: 'goals', began: {}, texts: { text: 'skrives nu' }, seen: 1 }

function item(id: string, sourceId?: string): PlanItem {
  const head: PlanItem['head'] =
    { section: 'goals', position: 0, isRefused: false, ...(sourceId === undefined ? {} : { sourceId }) }
  return { id, head, values: { text: { text: `teksten i ${id}`, origin, revision: 1 } } }
}

function offer(sourceId: string, status: OfferStatus, itemId?: string): PlanOffer {
  const lines = [{ field: 'text', status, theirs: `forslag ${sourceId}` }]
  return {
    sourceId, section: 'goals', title: sourceId, status, wasRefused: false, origin, lines,
    ...(itemId === undefined ? {} : { itemId }),
  }
}

interface Case {
  items?: PlanItem[]
  offers?: PlanOffer[]
  mayWrite?: boolean
  onlyOpen?: boolean
  drafts?: Record<string, ItemDraft>
  content?: PartContent
}

async function shown({ items = [], offers = [], mayWrite = true, onlyOpen = false, drafts = {}, content }: Case) {
  const asked: unknown[] = []
  const access = {
    view: {
      plan: { revision: 7, items: Object.fromEntries(items.map(one => [one.id, one])) }, offers, names: {},
      profile: { id: 'maalplan' }, weekTitle: 'Uge', notOffered: [],
    },
    canWrite: mayWrite, canWriteIn: () => mayWrite, onlyOpen, busy: false, headingLevel: 2,
    writing: { drafts, begin: (...what: unknown[]) => asked.push(what), write: () => undefined, end: () => undefined },
    change: () => Promise.resolve(true),
    decide: (decisions: unknown) => { asked.push(decisions); return Promise.resolve(true) },
  } as unknown as PlanAccess
  const view = await Rendered.of(
    <PlanSectionView section={goals} content={content ?? { section: 'goals' }} name="goals" />,
    one => <PlanContext.Provider value={access}>{one}</PlanContext.Provider>)
  const ids = (kind: string) => view.all(one => String(one.props['data-testid']).startsWith(`${kind}-`))
    .map(one => String(one.props['data-testid']).slice(kind.length + 1))
  return { view, asked, ids }
}

test('what the plan says stands first, and after it what the draft offers besides', async () => {
  const { ids } = await shown({
    items: [item('a', 'goal:1')], offers: [offer('goal:1', 'same', 'a'), offer('goal:2', 'new')],
  })
  assert.deepEqual([ids('item'), ids('offer')], [['a'], ['goal:2']])
})

test('an offer that is decided is offered no more', async () => {
  const { ids } = await shown({ items: [item('a')], offers: [offer('goal:1', 'same')] })
  assert.deepEqual(ids('offer'), [])
})

test('of open ones alone, items with nothing to decide are left out, but never one that is written in', async () => {
  const items = [item('a', 'goal:1'), item('b', 'goal:2'), item('c')]
  const offers = [offer('goal:1', 'changed', 'a'), offer('goal:2', 'same', 'b')]
  assert.deepEqual((await shown({ items, offers, onlyOpen: true })).ids('item'), ['a'])
  assert.deepEqual((await shown({ items, offers, onlyOpen: true, drafts: { c: draft } })).ids('item'), ['a', 'c'])
})

test('an empty section is shown to those who may write in it, and to nobody else', async () => {
  const { view } = await shown({})
  assert.equal(view.withTestId('plan-add-goals').length, 1)
  assert.ok((await shown({ mayWrite: false })).view.isEmpty)
  assert.ok((await shown({ onlyOpen: true })).view.isEmpty)
})

test('all that is new and uncontested is taken or refused by one press, where there is more than one', async () => {
  const single = await shown({ offers: [offer('goal:1', 'new')] })
  assert.equal(single.view.withTestId('plan-take-section-goals').length, 0)
  const { view, asked } = await shown({ offers: [offer('goal:1', 'new'), offer('goal:2', 'new')] })
  await view.fire(view.one('plan-take-section-goals'), 'onClick')
  await view.fire(view.one('plan-keep-section-goals'), 'onClick')
  const decided = (choice: string) => ['goal:1', 'goal:2'].map(sourceId => ({ sourceId, choice }))
  assert.deepEqual(asked, [decided('take'), decided('keep')])
})

test('who may not write is offered nothing to press', async () => {
  const { view } =
    await shown({ items: [item('a')], offers: [offer('goal:1', 'new'), offer('goal:2', 'new')], mayWrite: false })
  assert.equal(view.tags('button').length, 0)
})

test('an item of one\'s own begins with the choice that the part of the document asks for', async () => {
  const { view, asked } = await shown({ content: { section: 'goals', only: { field: 'type', choices: ['own', ''] } } })
  await view.fire(view.one('plan-add-goals'), 'onClick')
  assert.deepEqual(asked, [['+goals', 'goals', {}, 7, { type: 'own' }]])
})

test(
  'what is written for an item that somebody took out stays to be saved, and a new one is not begun twice',
  async () => {
    const lost = await shown({ drafts: { gone: draft } })
    assert.equal(lost.view.withTestId('plan-removed-meanwhile').length, 1)
    const begun = await shown({ drafts: { '+goals': draft } })
    assert.equal(begun.view.withTestId('plan-add-goals').length, 0)
    assert.equal(begun.view.withTestId('plan-form').length, 1)
  }
)
