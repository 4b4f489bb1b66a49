import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenName, collaborationMap } from '../src/model/collaborationMap'
import type { ModelSummary } from '../src/model/modelSummary'
import {
  entriesOf, nextFollowUp, ofMonth, overdue, partOfYear, type PlanYear, type SignSeries
} from '../src/model/planYear'
import { signPicture } from '../src/model/signPicture'
import type { Week, WeekSession } from '../src/model/week'
import { arc, at } from '../src/model/wheel'

const title = { da: 'Opfølgning', en: 'Follow-up' }
const year: PlanYear = {
  year: 2027, signs: [], learning: [], trialActions: [],
  followUps: [
    { id: 'a', ruleId: 'r', date: '2027-03-01', title, itemIds: [] },
    { id: 'b', ruleId: 'r', date: '2027-10-01', title, itemIds: [], doneOn: '2027-10-02' }
  ],
  dates: [{ id: 'm', title: 'Milepæl', section: 'milestones', date: '2027-03-19' }],
}

test('a month has its follow-ups and dates, and no others', () => {
  assert.deepEqual(ofMonth(year, '2027-03').followUps.map(one => one.id), ['a'])
  assert.deepEqual(ofMonth(year, '2027-03').dates.map(one => one.id), ['m'])
  assert.deepEqual(ofMonth(year, '2027-04'), { followUps: [], dates: [] })
})

test('what was due before today and is not held is late', () => {
  assert.deepEqual(overdue(year, '2027-12-01').map(one => one.id), ['a'])
  assert.deepEqual(overdue(year, '2027-03-01'), [])
})

test('a wheel begins at the top and goes with the clock', () => {
  assert.equal(partOfYear('2027-01-01', 2027), 0)
  assert.ok(Math.abs(partOfYear('2027-07-02', 2027) - 0.4986) < 0.001)
  assert.equal(partOfYear('2028-02-01', 2027), 1)
  assert.deepEqual(at(100, 50, 0), { x: 100, y: 50 })
  assert.deepEqual(at(100, 50, 0.25), { x: 150, y: 100 })
  assert.match(arc(100, 40, 50, 0, 0.75), /^M100 50A50 50 0 1 1 50 100L60 100A40 40 0 1 0 100 60Z$/)
})

const sign = (observations: SignSeries['observations']): SignSeries => ({
  signId: 't', title: 'T', goalIds: [], baseline: { text: '62 %', value: 62 }, target: { text: '75 %', value: 75 },
  observations
})

test('a sign is drawn between where it began and where it is to go, the higher number above', () => {
  const picture = signPicture(
    sign([{ date: '2027-03-01', text: '62 %', value: 62 }, { date: '2027-06-01', text: '75 %', value: 75 }]), 640, 220
  )
  assert.ok(picture)
  const [first, last] = picture.points
  assert.ok(first && last && first.x < last.x && first.y > last.y)
  assert.equal(first.y, picture.baseline?.y)
  assert.equal(last.y, picture.target?.y)
})

test('what is told in words, or without a date, is not drawn', () => {
  assert.equal(
    signPicture(sign([{ date: '2027-03-01', text: 'Flere smil' }, { text: '70', value: 70 }]), 640, 220), null
  )
})

test('numbers that are all the same are drawn, too', () => {
  const picture = signPicture({
    signId: 't', title: 'T', goalIds: [], observations: [{ date: '2027-03-01', text: '5', value: 5 }]
  }, 640, 220)
  assert.ok(picture && picture.points.every(point => Number.isFinite(point.x) && Number.isFinite(point.y)))
})

const model = (id: string, level: ModelSummary['level'], parties: string[]): ModelSummary => ({
  id, sessionId: 's', weekId: 'w', title: id, level, locked: false, contentVersion: '', missing: [], parties,
  confirmations: [], withdrawals: [], state: 'draft', canWrite: false, goalIds: []
})
const session = (id: string, citizenGroupId: string, models: ModelSummary[]): WeekSession =>
  ({ id, title: id, citizenGroupId, models, decidedLevels: [], mayEnter: true })
const week: Week = {
  id: 'w', title: 'W', municipality: { name: 'M' }, schemaVersion: 1, namesDeletedOn: '2027-07-01',
  units: ['a', 'b', 'c'].map(id => ({ id, name: id })), externalParties: [], citizenGroups: [
    { id: 'g', name: 'Gruppe' },
    { id: 'h', name: 'Andre' }
  ], objectives: [], goals: [], trialActions: [], signs: [], milestones: [],
  sessions: [session('s', 'g', [model('m1', 'knowledge', ['a', 'b']), model('m2', 'coCreation', ['a', 'b', 'c'])])],
}

test('a collaboration joins its units two by two and each with the citizen group, and stands in the table', () => {
  const map = collaborationMap(week, { levels: ['knowledge', 'coordination', 'coCreation'], group: '' }, 720, 520)
  assert.deepEqual(map.rows.map(row => [row.title, row.group, row.units.join()]), [
    ['m1', 'Gruppe', 'a,b'], ['m2', 'Gruppe', 'a,b,c']
  ])
  assert.equal(map.edges.length, 3 + 6)
  assert.equal(new Set(map.edges.map(edge => JSON.stringify([edge.from, edge.to]))).size, map.edges.length)
  assert.equal(map.nodes.find(node => node.key === 'group h')?.isUsed, false)
})

test('the map shows only the levels and the group that were chosen', () => {
  assert.deepEqual(collaborationMap(week, { levels: ['knowledge'], group: '' }, 720, 520).rows.map(row =>
    row.modelId), ['m1'])
  assert.deepEqual(collaborationMap(week, { levels: ['knowledge'], group: 'h' }, 720, 520).rows, [])
})

test('a long name is broken between words, and told to be longer than three lines', () => {
  assert.deepEqual(brokenName('Kultur, Fritid og Idræt'), ['Kultur, Fritid og', 'Idræt'])
  assert.equal(brokenName('ord '.repeat(40).trim()).length, 3)
})

test('a map of many units leaves out those without a collaboration, and names when there are still too many', () => {
  const units = Array.from({ length: 112 }, (_, index) => ({ id: `u${index}`, name: `Enhed ${index}` }))
  const all = { levels: ['knowledge'] as const, group: '' }
  const few = collaborationMap({
    ...week, units,
    sessions: [session('s', 'g', [model('m', 'knowledge', ['u1', 'u2'])])]
  }, all, 720, 520)
  assert.deepEqual(few.nodes.filter(node => node.kind === 'unit').map(node => node.name), ['Enhed 1', 'Enhed 2'])
  assert.ok(!few.isCrowded && few.nodes.every(node => node.lines.length > 0))
  const many = collaborationMap({ ...week, units, sessions: [
    session('s', 'g', [model('m', 'knowledge', units.map(unit => unit.id))])
  ] }, all, 720, 520)
  assert.ok(many.isCrowded && many.nodes.filter(node => node.kind === 'unit').every(node => node.lines.length === 0))
})

test('a month is told by date, with what begins and ends in it', () => {
  const full = { ...year, trialActions: [{ id: 'p', title: 'Forsøg', start: '2027-03-10', end: '2027-05-01' }] }
  assert.deepEqual(entriesOf(full, '2027-03').map(one => [one.date, one.kind]), [
    ['2027-03-01', 'followUp'], ['2027-03-10', 'begins'], ['2027-03-19', 'date']
  ])
  assert.deepEqual(entriesOf(full, '2027-05').map(one => one.kind), ['ends'])
})

test('the next follow-up is the first that is to come and is not held', () => {
  assert.equal(nextFollowUp(year, '2026-11-21')?.id, 'a')
  assert.equal(nextFollowUp(year, '2027-03-02'), undefined)
})
