import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isAsked, isSameOrigin, isShown, itemFor, itemsOf, nameOf, partsOf, progress, referencesIn, sectionProgress,
  takeUncontested, type OfferStatus, type PartContent, type PlanField, type PlanItem, type PlanOffer, type PlanOrigin,
  type PlanSection,
  type PlanView
} from '../src/model/goalPlan'

const type: PlanField = { id: 'agreementType', kind: 'choice', label: { da: 'Type', en: 'Type' }, choices: [
  { id: 'own', label: { da: 'eget', en: 'own' } },
  { id: 'political', label: { da: 'politisk', en: 'political' } }
], profiles: ['aftale'] }
const goals: PlanSection = {
  id: 'goals', title: { da: 'Mål', en: 'Goals' },
  fields: [{ id: 'text', kind: 'longText', label: { da: 'Mål', en: 'Goal' }, choices: [] }, type], isOfYear: false
}
const origin: PlanOrigin = { kind: 'source', weekId: 'uge', version: 1, models: [], unitIds: [] }

function item(
  id: string, section: PlanItem['head']['section'], position: number, text: string, more: Partial<PlanItem['head']> = {}
): PlanItem {
  return { id, head: { section, position, isRefused: false, ...more }, values: { text: { text, origin, revision: 1 } } }
}

function offer(sourceId: string, status: OfferStatus, section: PlanOffer['section'] = 'goals'): PlanOffer {
  return { sourceId, section, title: sourceId, status, wasRefused: false, origin, lines: [] }
}

function view(items: PlanItem[], offers: PlanOffer[] = []): PlanView {
  return {
    plan: {
      formatVersion: 1, weekId: 'uge', unitId: 'u', profile: 'maalplan', revision: 1, version: 0, isFinished: false,
      items: Object.fromEntries(items.map(one => [one.id, one]))
    },
    unit: { id: 'u', name: 'U' }, weekTitle: 'Uge', isExample: false, mayChange: true,
    sections: [goals, { id: 'signs', title: { da: 'Tegn', en: 'Signs' }, fields: [], isOfYear: false }],
    profile: {
      id: 'maalplan', title: { da: 'Målplan', en: 'Goal plan' },
      parts: [{ id: 'plan', title: { da: 'Målplan', en: 'Goal plan' }, sections: [{ section: 'goals' }] }],
      followUps: [], needed: [], periodMonths: [],
    }, profiles: [],
    names: { 'goal:m-9': 'En andens mål' }, sources: [], draftVersion: 1, draftTag: '', offers, notOffered: [],
    remaining: [],
  }
}

test('a section is read in its order, without what was refused', () => {
  const { plan } = view([
    item('b', 'goals', 1, 'B'), item('a', 'goals', 1, 'A'), item('c', 'goals', 0, 'C'),
    item('d', 'goals', 2, 'D', { isRefused: true }), item('e', 'signs', 0, 'E')
  ])
  assert.deepEqual(itemsOf(plan, 'goals').map(one => one.id), ['c', 'a', 'b'])
})

test('a reference means an item by its id or by what it comes from, else what the week calls it', () => {
  const shown = view([item('egen-1', 'goals', 0, 'Vores mål', { sourceId: 'goal:m-1' })])
  assert.equal(itemFor(shown.plan, 'goal:m-1')?.id, 'egen-1')
  assert.deepEqual(referencesIn('goal:m-1  egen-1 goal:m-9 x').map(one => nameOf(shown, one)), [
    'Vores mål', 'Vores mål', 'En andens mål', 'x'
  ])
})

test('taking a section leaves what needs a choice to the leader', () => {
  const offers = [
    offer('new', 'new'), offer('changed', 'changed'), offer('conflict', 'conflicting'), offer('same', 'same'),
    offer('refused', 'refused'), offer('sign', 'new', 'signs')
  ]
  assert.deepEqual(takeUncontested(offers.filter(one => one.section === 'goals')), [
    { sourceId: 'new', choice: 'take' },
    { sourceId: 'changed', choice: 'take' }
  ])
  assert.deepEqual(progress(view([], offers)), { decided: 2, all: 6 })
})

test('an origin is another when its draft, week, kind or models are', () => {
  const model = { modelId: 'c-1', title: 'A', contentVersion: 'v', sessionId: 's-1' }
  assert.ok(isSameOrigin(origin, { ...origin, unitIds: ['u'] }))
  for (const other of [
    undefined,
    { ...origin, version: 2 },
    { ...origin, weekId: 'x' },
    { ...origin, kind: 'leader' as const },
    { ...origin, models: [model] }
  ]) assert.ok(!isSameOrigin(origin, other))
})

test('a line is asked for by the profiles that name it, or by all', () => {
  assert.ok(isAsked(type, 'aftale') && !isAsked(type, 'maalplan'))
  assert.ok(goals.fields.slice(0, 1).every(field => isAsked(field, 'maalplan')))
})

test('an item without a choice, or with one of another system, stands in the part that takes what has none', () => {
  const own: PartContent = { section: 'goals', only: { field: 'agreementType', choices: ['own', ''] } }
  const political: PartContent = { section: 'goals', only: { field: 'agreementType', choices: ['political'] } }
  for (const [choice, isOwn] of [['own', true], [undefined, true], ['hemmelig', true], ['political', false]] as const) {
    assert.equal(isShown(own, goals, () => choice), isOwn)
    assert.equal(isShown(political, goals, () => choice), !isOwn)
  }
  assert.ok(isShown({ section: 'goals' }, goals, () => undefined))
})

test('what a profile has no part for is shown after it, when it holds something', () => {
  assert.deepEqual(partsOf(view([item('a', 'goals', 0, 'A')])).map(part => part.id), ['plan'])
  assert.deepEqual(partsOf(view([item('t', 'signs', 0, 'T')])).at(-1)?.sections, [{ section: 'signs' }])
  assert.deepEqual(partsOf(view([], [offer('t', 'new', 'signs')])).at(-1)?.id, 'rest')
})

test('a section tells what it holds and what is open, each item once', () => {
  const shown = view([
    item('a', 'goals', 0, 'A'), item('b', 'goals', 1, 'B')
  ], [{ ...offer('x', 'changed'), itemId: 'a' }, offer('y', 'new'), { ...offer('z', 'same'), itemId: 'b' }])
  assert.deepEqual(sectionProgress(shown, goals, { section: 'goals' }), { items: 1, open: 2 })
})
