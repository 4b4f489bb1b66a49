import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FollowUp, ObjectiveStatus, PlanYear } from '../src/model/planYear'
import { PlanContext, type PlanAccess } from '../src/views/plan/PlanContext'
import { MonthList } from '../src/views/year/MonthList'
import { ObjectiveStatusView } from '../src/views/year/ObjectiveStatusView'
import { Rendered, wordsOf } from './rendering'

const followUp = (id: string, date: string, doneOn?: string): FollowUp => ({
  id, ruleId: id, date, title: { da: `Opfølgning ${id}`, en: id }, itemIds: [],
  ...(doneOn === undefined ? {} : { doneOn }),
})

function month(followUps: FollowUp[], dates: PlanYear['dates'] = []) {
  const year = { year: 2027, followUps, dates, signs: [], learning: [], trialActions: [] } as unknown as PlanYear
  const plan = { view: { mayChange: false, plan: {} }, busy: false } as unknown as PlanAccess
  return Rendered.of(<MonthList year={year} today="2027-03-15" />, view =>
    <PlanContext.Provider value={plan}>{view}</PlanContext.Provider>)
}

const rows = (view: Rendered) => view.all(one => one.type === 'li').map(wordsOf)

test('the month holds its own follow-ups and dates', async () => {
  const list = await month([followUp('a', '2027-03-01'), followUp('b', '2027-04-01')], [
    { date: '2027-03-20', section: 'milestones', id: 'm', title: 'Milepæl' } as PlanYear['dates'][number],
  ])
  assert.equal(rows(list).length, 2)
  assert.ok(list.words.includes('1. marts 2027') && list.words.includes('20. marts 2027 Milepæl'))
  assert.ok(!list.words.includes('1. april 2027'))
})

test('what should have been held before the month stands apart, what was held does not', async () => {
  const list =
    await month([followUp('a', '2027-01-10'), followUp('b', '2027-02-10', '2027-02-11'), followUp('c', '2027-03-01')])
  assert.equal(list.tags('h3').length, 1)
  assert.deepEqual(rows(list).map(one => /Opfølgning (.)/.exec(one)?.[1]), ['a', 'c'])
})

test('an empty month says what comes next, if anything does', async () => {
  const coming = await month([followUp('b', '2027-04-01')])
  assert.ok(coming.words.includes('1. april 2027') && coming.words.includes('Opfølgning b'))
  const held = await month([followUp('b', '2027-04-01', '2027-03-01')])
  assert.ok(!held.words.includes('Opfølgning b'))
})

const objective = (more: Partial<ObjectiveStatus>): ObjectiveStatus =>
  ({
    objectiveId: 'o', text: 'Flere i fællesskab', isMandatory: false, isSelected: false, years: [], units: [], ...more
  })

test('an objective that nobody works on says so', async () => {
  const view = await Rendered.of(<ObjectiveStatusView objective={objective({})} />)
  assert.equal(view.all(one => String(one.props['className']).includes('warning')).length, 1)
})

test('each unit tells its state, its work and its words, and lacks of words are told', async () => {
  const unit = {
    unitId: 'u', name: 'Skolen', goals: 2, trialActions: 3, evaluations: 4, observations: 5, isFinished: false
  }
  const view = await Rendered.of(<ObjectiveStatusView objective={objective({ units: [
    { ...unit, state: 'stopped', text: 'Vi stoppede' },
    { ...unit, unitId: 'v', name: 'Børnehuset', state: 'onTrack' },
    { ...unit, unitId: 'w', name: 'Jobcentret' },
  ] })} />)
  const [stopped, going, silent] = rows(view)
  assert.match(stopped ?? '', /^Skolen .*2.*3.*4.*5.*Vi stoppede$/)
  assert.match(going ?? '', /^Børnehuset/)
  const tags = view.all(one => String(one.props['className']).startsWith('tag ')).map(one => one.props['className'])
  assert.deepEqual(tags, ['tag warning', 'tag success'])
  assert.ok(silent?.startsWith('Jobcentret'))
  assert.equal(view.all(one => one.props['className'] === 'quiet' && one.type === 'span').length, 2)
})
