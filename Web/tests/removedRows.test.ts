import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import type { Column, FieldDefinition } from '../src/model/fieldDefinition'
import { fieldStates } from '../src/model/fieldStates'
import {
  addRow, ensureFunctionText, fieldMap, functionOf, functionText, makeRow, readRows, valuesMap, type Row
} from '../src/model/layout'
import { isEmpty } from '../src/model/missing'
import { othersWroteIn, removedRows, removeRow, showRow } from '../src/model/removedRows'

const columns = [
  { id: 'need', kind: { kind: 'text' } },
  { id: 'unitId', kind: { kind: 'reference', to: 'unit' } }
] as unknown as Column[]
const field =
  { id: 'roles', kind: { kind: 'rows', columns, entity: true, noneBecause: null } } as unknown as FieldDefinition

function pair(): [Y.Doc, Y.Doc, () => void] {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  return [one, other, () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  }]
}

const rowOf = (doc: Y.Doc, id: string) => fieldMap(doc, 'roles').get(id) as Row
const write = (doc: Y.Doc, id: string, text: string) => (rowOf(doc, id).get('need') as Y.Text).insert(0, text)

test('what another writes in a row that is taken away at the same moment is there when it comes back', () => {
  const [one, other, exchange] = pair()
  const id = addRow(fieldMap(one, 'roles'), columns)
  write(one, id, 'Plads')
  exchange()
  removeRow(rowOf(one, id), { by: 'p-1', at: 5 })
  write(other, id, 'Mere ')
  exchange()
  for (const doc of [one, other]) {
    assert.deepEqual(readRows(fieldMap(doc, 'roles')), [])
    assert.deepEqual(removedRows(fieldMap(doc, 'roles'), columns).map(({ removal }) => removal), [{ by: 'p-1', at: 5 }])
    assert.equal(isEmpty(doc, field), true)
  }
  showRow(rowOf(other, id))
  exchange()
  assert.equal(String(readRows(fieldMap(one, 'roles'))[0]?.row.get('need')), 'Mere Plads')
})

test('a row in which nobody wrote is nothing to bring back', () => {
  const doc = new Y.Doc()
  const id = makeRow(fieldMap(doc, 'roles'), columns)
  assert.deepEqual(readRows(fieldMap(doc, 'roles')), [])
  assert.deepEqual(removedRows(fieldMap(doc, 'roles'), columns), [])
  showRow(rowOf(doc, id))
  assert.equal(readRows(fieldMap(doc, 'roles')).length, 1)
})

test('undoing the adding of a row leaves what others wrote in it', () => {
  const [one, other, exchange] = pair()
  const undo = new Y.UndoManager(fieldMap(one, 'roles'), { trackedOrigins: new Set(['mine']) })
  const id = makeRow(fieldMap(one, 'roles'), columns)
  one.transact(() => showRow(rowOf(one, id)), 'mine')
  exchange()
  write(other, id, 'Deres ord')
  exchange()
  undo.undo()
  exchange()
  assert.deepEqual(readRows(fieldMap(other, 'roles')), [])
  assert.equal(othersWroteIn(rowOf(one, id), one.clientID), true)
  assert.equal(othersWroteIn(rowOf(one, id), other.clientID), false)
  showRow(rowOf(one, id))
  exchange()
  assert.equal(String(readRows(fieldMap(other, 'roles'))[0]?.row.get('need')), 'Deres ord')
})

test('a row that was taken away is no part of what a field says', () => {
  const doc = new Y.Doc()
  const before = fieldStates(doc, [field]).get('roles')
  const id = addRow(fieldMap(doc, 'roles'), columns, { need: 'Plads' })
  assert.notEqual(fieldStates(doc, [field]).get('roles'), before)
  removeRow(rowOf(doc, id), { by: 'p-1', at: 5 })
  assert.equal(fieldStates(doc, [field]).get('roles'), before)
})

test(
  'two who begin at once to write in a function that is a plain value write in one text, with the value there once',
  () => {
    const [one, other, exchange] = pair()
    valuesMap(one).set('coordinator.function', 'Leder')
    exchange()
    for (const [doc, word] of [[one, ' A'], [other, ' B']] as const) {
      doc.transact(() => ensureFunctionText(doc, 'coordinator'))
      const text = functionText(doc, 'coordinator')
      text.insert(text.length, word)
    }
    exchange()
    const said = functionOf(one, 'coordinator')
    assert.equal(said, functionOf(other, 'coordinator'))
    assert.ok(said === 'Leder A B' || said === 'Leder B A', said)
    // Somebody who knows only the plain value wins, and the next who writes goes on from there.
    valuesMap(other).set('coordinator.function', 'Koordinator')
    exchange()
    assert.equal(functionOf(one, 'coordinator'), 'Koordinator')
    one.transact(() => ensureFunctionText(one, 'coordinator'))
    assert.equal(functionText(one, 'coordinator').toString(), 'Koordinator')
  }
)
