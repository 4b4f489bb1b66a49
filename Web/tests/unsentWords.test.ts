import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { isAnotherDocument } from '../src/model/anotherDocument'
import { addRow, ensureCellText, fieldMap, type Row } from '../src/model/layout'
import { removeRow } from '../src/model/removedRows'
import { plainWords, unsentWords } from '../src/model/unsentWords'

/** A document that the server has, and what is written in it afterwards, a change at a time. */
function written(
  before: string, ...changes: ((doc: Y.Doc) => void)[]
): { snapshot: Uint8Array, updates: Uint8Array[], doc: Y.Doc } {
  const server = new Y.Doc()
  server.getText('task').insert(0, before)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const change of changes) doc.transact(() => change(doc))
  return { snapshot: Y.encodeStateAsUpdate(doc), updates, doc }
}

const joined = (passage: readonly { text: string, isWritten: boolean }[]) =>
  passage.map(part => part.isWritten ? `[${part.text}]` : part.text).join('')

test('what was written is told from what stood there, with a little around it', () => {
  const { snapshot, updates } = written('Vi taler med familien', doc =>
    doc.getText('task').insert(8, ' ikke'), doc => doc.getText('task').insert(13, ' altid'))
  const words = unsentWords(snapshot, updates)
  assert.deepEqual(words.places.map(place => [place.path, place.passages.map(joined)]), [
    ['task', ['Vi taler[ ikke altid] med familien']]
  ])
  assert.equal(plainWords(words), 'ikke altid')
  assert.equal(words.hasOther, false)
})

test('passages far from each other are two, and long surroundings are cut between words', () => {
  const long = 'ord '.repeat(60)
  const { snapshot, updates } = written(long, doc =>
    doc.getText('task').insert(0, 'Først '), doc => doc.getText('task').insert(doc.getText('task').length, 'til sidst'))
  const [place] = unsentWords(snapshot, updates).places
  assert.equal(place?.passages.length, 2)
  assert.match(joined(place?.passages[1] ?? []), /^… (ord )+\[til sidst\]$/)
})

test('words in a row are told with their column, also when the row has been removed', () => {
  const { snapshot, updates } = written('', doc => addRow(fieldMap(doc, 'roles'), []), doc => {
    const row = [...fieldMap(doc, 'roles').values()][0] as Row
    ensureCellText(row, 'duty').insert(0, 'ringer til hjemmet')
    removeRow(row, { by: 'p-2', at: 1 })
  })
  assert.deepEqual(unsentWords(snapshot, updates).places.map(({ path, inRemovedRow }) => [path, inRemovedRow]), [
    ['roles/duty', true]
  ])
})

test('what was written and taken out again is not shown, and that something was deleted is', () => {
  const { snapshot, updates } =
    written('Vi taler', doc => doc.getText('task').insert(8, 'xyz'), doc => doc.getText('task').delete(8, 3))
  assert.deepEqual(unsentWords(snapshot, updates), { places: [], hasOther: true })
})

test('without the document that they were written in the words are there all the same', () => {
  const { updates } = written('Vi taler med familien', doc => doc.getText('task').insert(8, ' ikke'))
  const words = unsentWords(null, updates)
  assert.equal(plainWords(words), 'ikke')
  assert.equal(words.places[0]?.path, '')
})

test('a document that was made anew under the same id is known for another, and one from a backup is not', () => {
  const { doc, updates } = written('Vi taler', one => one.getText('task').insert(0, 'Nu: '))
  const anew = new Y.Doc()
  anew.getText('task').insert(0, 'Vi taler')
  const vectorOf = (one: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(one))
  assert.equal(isAnotherDocument(doc, vectorOf(anew), updates), true)
  assert.equal(isAnotherDocument(doc, new Map(), updates), false)
  assert.equal(isAnotherDocument(doc, new Map([...vectorOf(doc)].slice(0, 1)), updates), false)
  // Both began in an empty model: that proves nothing.
  const empty = written('')
  empty.doc.getText('task').insert(0, 'min')
  assert.equal(isAnotherDocument(empty.doc, vectorOf(anew), empty.updates), false)
})
