import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import type { FieldDefinition, FieldKind } from '../src/model/fieldDefinition'
import { fieldWords } from '../src/model/fieldWords'
import { fieldText, valuesMap } from '../src/model/layout'

const names: Record<string, string> = { u: 'Skolen', g: 'Færre fraværsdage' }
const speech = {
  name: (_: string, id: string) => names[id] ?? '', date: (iso: string) => iso === '' ? '' : `d. ${iso}`,
  yesNo: (value: boolean) => value ? 'ja' : 'nej', own: (text: { da: string }) => text.da
}
const field = (id: string, kind: FieldKind): FieldDefinition => ({
  id, kind, label: { da: id, en: id }, question: { da: '', en: '' }, section: 's',
  requirement: { knowledge: 'O', coordination: 'O', coCreation: 'O' }
})
const label = (da: string) => ({ da, en: da })

test('what is written is said line by line, and nothing where nothing is', () => {
  const doc = new Y.Doc()
  assert.deepEqual(fieldWords(doc, field('task', { kind: 'longText' }), speech), [])
  fieldText(doc, 'task').insert(0, 'Vi mødes.\n\n Hver uge. ')
  assert.deepEqual(fieldWords(doc, field('task', { kind: 'longText' }), speech), ['Vi mødes.', 'Hver uge.'])
  valuesMap(doc).set('task.date', '2027-01-20')
  assert.deepEqual(fieldWords(doc, field('task', { kind: 'textWithDate' }), speech).at(-1), 'd. 2027-01-20')
  doc.getMap('goals').set('g', 'a0')
  assert.deepEqual(fieldWords(doc, field('goals', { kind: 'references', to: 'goal' }), speech), ['Færre fraværsdage'])
})

test('a row has a line for each cell, each behind its column, without those that are empty', () => {
  const doc = new Y.Doc()
  const kind: FieldKind = { kind: 'rows', entity: false, noneBecause: label('Ingen, fordi'), columns: [
    { id: 'unitId', label: label('Enhed'), kind: { kind: 'reference', to: 'unit' } },
    { id: 'give', label: label('Giver'), kind: { kind: 'longText' } },
    { id: 'shared', label: label('Deles'), kind: { kind: 'boolean' } },
    { id: 'need', label: label('Mangler'), kind: { kind: 'text' } },
  ] }
  doc.getText('rows.noneBecause').insert(0, 'Vi kender dem')
  assert.deepEqual(fieldWords(doc, field('rows', kind), speech), ['Vi kender dem'])
  const row = new Y.Map<unknown>([['order', 'a0'], ['unitId', 'u'], ['shared', false]])
  doc.getMap('rows').set('r', row)
  row.set('give', new Y.Text('En lærer\nom torsdagen'))
  assert.deepEqual(fieldWords(doc, field('rows', kind), speech), [
    'Enhed: Skolen\nGiver: En lærer om torsdagen\nDeles: nej'
  ])
})
