import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { addComment, commentsOn, resolveComment } from '../src/model/comments'
import type { FieldDefinition } from '../src/model/fieldDefinition'
import { changedFields, fieldStates } from '../src/model/fieldStates'
import { addRow, fieldMap, fieldText, readRows, toggleReference, valuesMap } from '../src/model/layout'
import { restoreFields, versionDocument } from '../src/model/restoreFields'

const fields = [
  { id: 'task', kind: { kind: 'longText' } },
  { id: 'goals', kind: { kind: 'references' } },
  { id: 'roles', kind: { kind: 'rows', columns: [{ id: 'what', kind: { kind: 'text' } }] } },
  { id: 'period', kind: { kind: 'dateRange' } },
] as unknown as FieldDefinition[]

function written(): Y.Doc {
  const doc = new Y.Doc()
  fieldText(doc, 'task').insert(0, 'Færre fraværsdage 👩‍🏫')
  toggleReference(fieldMap(doc, 'goals'), 'm-1', true)
  addRow(fieldMap(doc, 'roles'), [{ id: 'what', kind: { kind: 'text' } }] as never)
  ;(readRows(fieldMap(doc, 'roles'))[0]?.row.get('what') as Y.Text).insert(0, 'Ringer hjem')
  valuesMap(doc).set('period.start', '2027-02-01')
  return doc
}

const base64 = (doc: Y.Doc): string => btoa(String.fromCharCode(...Y.encodeStateAsUpdate(doc)))

test('a version that is restored says in every field what it said, whatever was written since', () => {
  const doc = written()
  const state = base64(doc)
  const before = fieldStates(doc, fields)
  fieldText(doc, 'task').insert(5, ' mange')
  toggleReference(fieldMap(doc, 'goals'), 'm-1', false)
  toggleReference(fieldMap(doc, 'goals'), 'm-2', true)
  const [row] = readRows(fieldMap(doc, 'roles'))
  ;(row?.row.get('what') as Y.Text).insert(0, 'Læreren ')
  addRow(fieldMap(doc, 'roles'), [{ id: 'what', kind: { kind: 'text' } }] as never, { what: 'Ny' })
  valuesMap(doc).delete('period.start')
  valuesMap(doc).set('period.end', '2027-06-30')
  assert.deepEqual(changedFields(before, fieldStates(doc, fields)), ['task', 'goals', 'roles', 'period'])
  doc.transact(() => restoreFields(doc, versionDocument(state), fields))
  assert.deepEqual(changedFields(before, fieldStates(doc, fields)), [])
})

test('a row that was removed comes back with its texts, and an edit under way elsewhere merges', () => {
  const doc = written()
  const state = base64(doc)
  const [row] = readRows(fieldMap(doc, 'roles'))
  fieldMap(doc, 'roles').delete(row?.id ?? '')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  fieldText(other, 'task').insert(0, 'Vi vil have: ')
  doc.transact(() => restoreFields(doc, versionDocument(state), fields))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  assert.equal(fieldText(doc, 'task').toString(), 'Vi vil have: Færre fraværsdage 👩‍🏫')
  assert.equal(String(readRows(fieldMap(doc, 'roles'))[0]?.row.get('what')), 'Ringer hjem')
})

test('restoring what is there already changes nothing', () => {
  const doc = written()
  let updates = 0
  doc.on('update', () => { updates += 1 })
  doc.transact(() => restoreFields(doc, versionDocument(base64(doc)), fields))
  assert.equal(updates, 0)
})

test('comments merge, are resolved and opened again, and are no part of what a field says', () => {
  const doc = written()
  const before = fieldStates(doc, fields)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  addComment(doc, { field: 'task', text: 'Hvor mange?', at: 2, unitId: 'u-skole' })
  addComment(other, { field: 'task', text: 'x'.repeat(50_000), at: 1 })
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const [first, second] = commentsOn(doc, 'task')
  assert.equal(first?.text.length, 10_000)
  assert.equal(second?.text, 'Hvor mange?')
  resolveComment(doc, second?.id ?? '', true)
  assert.deepEqual(commentsOn(doc, 'task').map(one => one.resolved), [false, true])
  assert.deepEqual(commentsOn(doc, 'roles'), [])
  assert.deepEqual(changedFields(before, fieldStates(doc, fields)), [])
})

test('what is no comment is passed over', () => {
  const doc = new Y.Doc()
  const map = doc.getMap<unknown>('comments')
  for (const [index, value] of [
    null,
    7,
    'text',
    [],
    new Y.Map(),
    { field: 1, text: 'x' },
    { field: 'task' }
  ].entries()) {
    map.set(`c${index}`, value)
  }
  assert.deepEqual(commentsOn(doc, 'task'), [])
})
