import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameOrigin, itemFor, itemsOf, nameOf, progress, referencesIn, takeUncontested, type OfferStatus, type PlanItem, type PlanOffer, type PlanOrigin, type PlanView } from '../src/model/goalPlan'

const origin: PlanOrigin = { kind: 'source', weekId: 'uge', version: 1, models: [], unitIds: [] }

function item(id: string, section: string, position: number, text: string, more: Partial<PlanItem['head']> = {}): PlanItem {
  return { id, head: { section, position, isRefused: false, ...more }, values: { text: { text, origin, revision: 1 } } }
}

function offer(sourceId: string, status: OfferStatus, section = 'goals'): PlanOffer {
  return { sourceId, section, title: sourceId, status, wasRefused: false, origin, lines: [] }
}

function view(items: PlanItem[], offers: PlanOffer[] = []): PlanView {
  return {
    plan: { weekId: 'uge', unitId: 'u', revision: 1, version: 0, isFinished: false, items: Object.fromEntries(items.map(one => [one.id, one])) },
    unit: { id: 'u', name: 'U' }, weekTitle: 'Uge', isExample: false, mayChange: true,
    sections: [{ id: 'goals', title: { da: 'Mål', en: 'Goals' }, fields: [{ id: 'text', kind: 'longText', label: { da: 'Mål', en: 'Goal' } }] }],
    names: { 'goal:m-9': 'En andens mål' }, sources: [], draftVersion: 1, offers, notOffered: [], remaining: [],
  }
}

test('a section is read in its order, without what was refused', () => {
  const { plan } = view([item('b', 'goals', 1, 'B'), item('a', 'goals', 1, 'A'), item('c', 'goals', 0, 'C'), item('d', 'goals', 2, 'D', { isRefused: true }), item('e', 'signs', 0, 'E')])
  assert.deepEqual(itemsOf(plan, 'goals').map(one => one.id), ['c', 'a', 'b'])
})

test('a reference means an item by its id or by what it comes from, else what the week calls it', () => {
  const shown = view([item('egen-1', 'goals', 0, 'Vores mål', { sourceId: 'goal:m-1' })])
  assert.equal(itemFor(shown.plan, 'goal:m-1')?.id, 'egen-1')
  assert.deepEqual(referencesIn('goal:m-1  egen-1 goal:m-9 x').map(one => nameOf(shown, one)), ['Vores mål', 'Vores mål', 'En andens mål', 'x'])
})

test('taking a section leaves what needs a choice to the leader', () => {
  const offers = [offer('new', 'new'), offer('changed', 'changed'), offer('conflict', 'conflicting'), offer('same', 'same'), offer('refused', 'refused'), offer('sign', 'new', 'signs')]
  assert.deepEqual(takeUncontested(view([], offers), 'goals'), [{ sourceId: 'new', choice: 'take' }, { sourceId: 'changed', choice: 'take' }])
  assert.deepEqual(progress(view([], offers)), { decided: 2, all: 6 })
})

test('an origin is another when its draft, week, kind or models are', () => {
  const model = { modelId: 'c-1', title: 'A', contentVersion: 'v', sessionId: 's-1' }
  assert.ok(isSameOrigin(origin, { ...origin, unitIds: ['u'] }))
  for (const other of [undefined, { ...origin, version: 2 }, { ...origin, weekId: 'x' }, { ...origin, kind: 'leader' as const }, { ...origin, models: [model] }]) assert.ok(!isSameOrigin(origin, other))
})
