import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import type { FieldDefinition } from '../src/model/fieldDefinition'
import { parseFieldDefinitions } from '../src/model/fieldDefinitions'
import {
  addRow, ensureCellText, fieldMap, fieldText, noneBecauseText, readReferences, readRows, rootTypes, textOf,
  toggleReference, valuesMap
} from '../src/model/layout'
import { isEmpty, isRequired, missingFields } from '../src/model/missing'
import { fieldOf, positionIn, readPeers, resolvePosition } from '../src/model/peer'

const levels = { knowledge: 'R', coordination: 'R', coCreation: 'R' }
const definitions = parseFieldDefinitions({
  sections: [{ id: 'b', labelDa: 'B', labelEn: 'B' }, { id: 'a', labelDa: 'A', labelEn: 'A' }],
  fields: [
    { id: 'task', type: 'longText', section: 'a', labelDa: 'Opgaven', labelEn: 'The task', ...levels },
    { id: 'goals', type: 'ref:goal[]', section: 'a', labelDa: 'Mål', ...levels },
    { id: 'period', type: 'dateRange', section: 'a', labelDa: 'Periode', ...levels },
    { id: 'coordinator', type: 'ref:unit+function', section: 'a', labelDa: 'Tovholder', ...levels },
    { id: 'collaborationGoal', type: 'longText+date', section: 'a', labelDa: 'Mål for samarbejdet', ...levels },
    { id: 'citizenGroup', type: 'ref:citizenGroup', section: 'a', labelDa: 'Borgergruppe', ...levels },
    {
      id: 'knowledgeItems', type: 'rows', section: 'b', labelDa: 'Viden', ...levels,
      columns: [{ id: 'what', kind: 'text', labelDa: 'Viden' }, { id: 'personalData', kind: 'boolean', labelDa: 'P' }]
    },
    {
      id: 'dataSharing', type: 'longText', section: 'b', labelDa: 'Deling', knowledge: 'O*', coordination: 'O*',
      coCreation: 'O*'
    },
    {
      id: 'roles', type: 'rows', section: 'b', labelDa: 'Roller', knowledge: '-', coordination: 'O', coCreation: 'R',
      columns: [
        { id: 'activity', kind: 'text', labelDa: 'Opgave' },
        { id: 'unitId', kind: 'unit', labelDa: 'Enhed' },
        { id: 'externalId', kind: 'externalParty', labelDa: 'Ekstern' },
        { id: 'responsible', kind: 'unitFunction', labelDa: 'Ansvarlig' }
      ]
    },
    {
      id: 'signs', type: 'ref:sign[]', section: 'b', labelDa: 'Tegn', knowledge: 'O', coordination: 'O',
      coCreation: 'R', columns: [{ id: 'text', kind: 'longText', labelDa: 'Tegn' }]
    },
    {
      id: 'externalParties', type: 'rows', section: 'b', labelDa: 'Eksterne', knowledge: 'O', coordination: 'O',
      coCreation: 'R', columns: [{ id: 'contribution', kind: 'text', labelDa: 'Bidrag' }],
      alternative: { labelDa: 'Ingen, fordi …' }
    },
    { id: 'future', type: 'something-new', section: 'c', labelDa: 'Nyt', ...levels },
  ],
})
const field = (id: string): FieldDefinition => definitions.fields.find(one => one.id === id) ?? assert.fail(id)

test('fields stand by section, in the order of the definitions; a section without words still shows', () => {
  assert.deepEqual(definitions.sections.map(section => section.id), ['b', 'a', 'c'])
  assert.equal(definitions.sections[2]?.label.da, 'c')
})

test('a kind that is not known here becomes text rather than a page that does not open', () => {
  assert.equal(field('future').kind.kind, 'longText')
})

test('a unit and somebody from outside are one choice', () => {
  const { kind } = field('roles')
  assert.ok(kind.kind === 'rows')
  assert.deepEqual(kind.columns.map(column => [column.id, column.kind.kind]), [
    ['activity', 'text'], ['unitId', 'party'], ['responsible', 'unitFunction']
  ])
})

test('a new row has all its texts, so that two people who begin to write there write in the same', () => {
  const doc = new Y.Doc()
  const { kind } = field('roles')
  assert.ok(kind.kind === 'rows')
  const id = addRow(fieldMap(doc, 'roles'), kind.columns, { unitId: 'u-1' })
  const row = fieldMap(doc, 'roles').get(id)
  assert.ok(row instanceof Y.Map)
  assert.ok(row.get('activity') instanceof Y.Text && row.get('responsible.function') instanceof Y.Text)
  assert.equal(row.get('unitId'), 'u-1')
})

test('rows are read in order whatever else somebody put in the map', () => {
  const doc = new Y.Doc()
  const map = fieldMap(doc, 'roles')
  const first = addRow(map, [])
  const second = addRow(map, [])
  map.set('nonsense', 7)
  assert.deepEqual(readRows(map).map(row => row.id), [first, second])
})

test('a cell that holds a plain string becomes a shared text with the same words', () => {
  const doc = new Y.Doc()
  const id = addRow(fieldMap(doc, 'roles'), [])
  const row = fieldMap(doc, 'roles').get(id)
  assert.ok(row instanceof Y.Map)
  row.set('activity', 'Hal og nøgler')
  assert.equal(ensureCellText(row, 'activity').toString(), 'Hal og nøgler')
  assert.equal(textOf(row.get('activity')), 'Hal og nøgler')
})

test('references keep the order in which they were ticked', () => {
  const doc = new Y.Doc()
  const map = fieldMap(doc, 'goals')
  for (const id of ['m-2', 'm-1', 'm-3']) toggleReference(map, id, true)
  toggleReference(map, 'm-1', false)
  toggleReference(map, 'm-1', true)
  assert.deepEqual(readReferences(map), ['m-2', 'm-3', 'm-1'])
})

test('a field of two parts is filled in when both are', () => {
  const doc = new Y.Doc()
  const values = valuesMap(doc)
  for (const [id, parts] of [['period', ['start', 'end']], ['coordinator', ['unitId', 'function']]] as const) {
    assert.ok(isEmpty(doc, field(id)))
    values.set(`${id}.${parts[0]}`, '2027-01-01')
    assert.ok(isEmpty(doc, field(id)))
    values.set(`${id}.${parts[1]}`, '2027-01-02')
    assert.ok(!isEmpty(doc, field(id)))
  }
  fieldText(doc, 'collaborationGoal').insert(0, 'Én indkaldelse')
  assert.ok(isEmpty(doc, field('collaborationGoal')))
  values.set('collaborationGoal.date', '2027-12-31')
  assert.ok(!isEmpty(doc, field('collaborationGoal')))
})

test('spaces are not an answer, nor is a row in which nobody wrote', () => {
  const doc = new Y.Doc()
  fieldText(doc, 'task').insert(0, ' \n ')
  assert.ok(isEmpty(doc, field('task')))
  const { kind } = field('knowledgeItems')
  assert.ok(kind.kind === 'rows')
  const id = addRow(fieldMap(doc, 'knowledgeItems'), kind.columns)
  assert.ok(isEmpty(doc, field('knowledgeItems')))
  const row = fieldMap(doc, 'knowledgeItems').get(id)
  assert.ok(row instanceof Y.Map)
  ensureCellText(row, 'what').insert(0, 'Fraværstal')
  assert.ok(!isEmpty(doc, field('knowledgeItems')))
})

test('personal data makes its field required, and only then', () => {
  const doc = new Y.Doc()
  assert.ok(!isRequired(doc, field('dataSharing'), 'knowledge'))
  const id = addRow(fieldMap(doc, 'knowledgeItems'), [])
  const row = fieldMap(doc, 'knowledgeItems').get(id)
  assert.ok(row instanceof Y.Map)
  row.set('personalData', true)
  assert.ok(isRequired(doc, field('dataSharing'), 'knowledge'))
  assert.ok(missingFields(doc, definitions.fields, 'knowledge').includes('dataSharing'))
})

test('"none, because" answers a field of rows', () => {
  const doc = new Y.Doc()
  assert.ok(missingFields(doc, definitions.fields, 'coCreation').includes('externalParties'))
  noneBecauseText(doc, 'externalParties').insert(0, 'det er en intern opgave')
  assert.ok(!missingFields(doc, definitions.fields, 'coCreation').includes('externalParties'))
})

test('a thing of its own counts before anything is written in it', () => {
  const doc = new Y.Doc()
  addRow(fieldMap(doc, 'signs'), [])
  assert.ok(!isEmpty(doc, field('signs')))
})

test('undo reaches every field and takes back one\'s own edits alone', () => {
  const doc = new Y.Doc()
  const own = Symbol('own')
  const undo =
    new Y.UndoManager(rootTypes(doc, definitions.fields), { trackedOrigins: new Set([own]), captureTimeout: 0 })
  const other = new Y.Doc()
  doc.transact(() => fieldText(doc, 'task').insert(0, 'mit'), own)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  fieldText(other, 'task').insert(3, ' og dit')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  doc.transact(() => addRow(fieldMap(doc, 'roles'), []), own)
  undo.undo()
  assert.equal(fieldMap(doc, 'roles').size, 0)
  undo.undo()
  assert.equal(fieldText(doc, 'task').toString(), ' og dit')
  undo.redo()
  assert.equal(fieldText(doc, 'task').toString(), 'mit og dit')
  undo.redo()
  assert.equal(fieldMap(doc, 'roles').size, 1)
  undo.destroy()
})

test('a removed row comes back with its texts', () => {
  const doc = new Y.Doc()
  const own = Symbol('own')
  const undo =
    new Y.UndoManager(rootTypes(doc, definitions.fields), { trackedOrigins: new Set([own]), captureTimeout: 0 })
  const { kind } = field('roles')
  assert.ok(kind.kind === 'rows')
  let id = ''
  doc.transact(() => { id = addRow(fieldMap(doc, 'roles'), kind.columns) }, own)
  const row = fieldMap(doc, 'roles').get(id)
  assert.ok(row instanceof Y.Map)
  doc.transact(() => ensureCellText(row, 'activity').insert(0, 'Hal og nøgler'), own)
  undo.stopCapturing()
  doc.transact(() => fieldMap(doc, 'roles').delete(id), own)
  undo.undo()
  const back = fieldMap(doc, 'roles').get(id)
  assert.ok(back instanceof Y.Map)
  assert.equal(textOf(back.get('activity')), 'Hal og nøgler')
  undo.destroy()
})

test('one\'s caret stays behind what one wrote when somebody writes in the same place', () => {
  const mine = new Y.Doc()
  const theirs = new Y.Doc()
  fieldText(mine, 'task').insert(0, 'mit')
  const caret = Y.relativePositionToJSON(positionIn(fieldText(mine, 'task'), 3))
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  fieldText(theirs, 'task').insert(3, ' dit')
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  assert.equal(resolvePosition(caret, fieldText(mine, 'task')), 3)
})

test('what others claim about themselves cannot break the page', () => {
  const doc = new Y.Doc()
  const text = fieldText(doc, 'task')
  for (const nonsense of [null, undefined, 5, 'x', '{', {}, { tname: 5 }, { type: { client: -1 } }]) {
    assert.doesNotThrow(() => resolvePosition(nonsense, text))
  }
  const states = new Map<number, Record<string, unknown>>([
    [1, { user: 5 }], [2, {}], [3, { user: { name: 'x'.repeat(5_000) }, cursor: 'no' }], [4, { user: { name: 'Mig' } }]
  ])
  const peers = readPeers(states, 4)
  assert.equal(peers.length, 1)
  assert.equal(peers[0]?.user.name.length, 80)
  assert.equal(fieldOf('expectations/r-1/need'), 'expectations')
  assert.equal(fieldOf('externalParties.noneBecause'), 'externalParties')
})
