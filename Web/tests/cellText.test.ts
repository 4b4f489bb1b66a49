import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { ensureCellText, type Row } from '../src/model/layout'

/** Two who have the same row, whose cell has no text: an older page's, an import's or another program's. */
function two(cell?: unknown): [Y.Doc, Y.Doc] {
  const origin = new Y.Doc()
  const row = new Y.Map<unknown>()
  row.set('order', 'a0')
  if (cell !== undefined) row.set('text', cell)
  origin.getMap('tasks').set('r-1', row)
  const both: [Y.Doc, Y.Doc] = [new Y.Doc(), new Y.Doc()]
  for (const doc of both) Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin))
  return both
}

const rowOf = (doc: Y.Doc) => doc.getMap('tasks').get('r-1') as Row
const saying = (doc: Y.Doc) => (rowOf(doc).get('text') as Y.Text).toString()

function made(doc: Y.Doc): Y.Text {
  const texts: Y.Text[] = []
  doc.transact(() => { texts.push(ensureCellText(rowOf(doc), 'text')) })
  assert.ok(texts[0])
  return texts[0]
}

function write(doc: Y.Doc, words: string): void {
  const text = made(doc)
  doc.transact(() => text.insert(text.length, words))
}

function meet(a: Y.Doc, b: Y.Doc): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)]
  Y.applyUpdate(b, fromA)
  Y.applyUpdate(a, fromB)
}

test('two who begin to write in a cell without a text at once both keep their words', () => {
  const [a, b] = two()
  write(a, 'Anna. ')
  write(b, 'Bo. ')
  meet(a, b)
  assert.equal(saying(a), saying(b))
  assert.ok(saying(a).includes('Anna. ') && saying(a).includes('Bo. '))
})

test('what a plain string held is there once, with the words of both', () => {
  const [a, b] = two('Før. ')
  write(a, 'Anna. ')
  write(b, 'Bo. ')
  meet(a, b)
  assert.equal(saying(a), saying(b))
  assert.deepEqual(saying(a).split(' ').sort(), ['', 'Anna.', 'Bo.', 'Før.'])
})

test('words written offline and opened again by another page meet those of who wrote meanwhile', () => {
  const [a, b] = two()
  write(a, 'Anna. ')
  const reopened = new Y.Doc()
  Y.applyUpdate(reopened, Y.encodeStateAsUpdate(a))
  write(reopened, 'Mere. ')
  write(b, 'Bo. ')
  meet(reopened, b)
  for (const words of ['Anna. ', 'Mere. ', 'Bo. ']) assert.ok(saying(b).includes(words), saying(b))
  assert.equal(saying(reopened), saying(b))
})

test('a cell whose text was taken away gets another, and both keep their words in that one too', () => {
  const [a, b] = two()
  write(a, 'Gammelt')
  rowOf(a).delete('text')
  meet(a, b)
  write(a, 'Anna. ')
  write(b, 'Bo. ')
  meet(a, b)
  assert.equal(saying(a), saying(b))
  assert.deepEqual(saying(a).split(' ').sort(), ['', 'Anna.', 'Bo.'])
})

test(
  'who makes a cell writes on as who they are, and undo of their words leaves the cell and the others’ words', () => {
    const [a, b] = two()
    const own = a.clientID
    const undo = new Y.UndoManager(a.getMap('tasks'), { trackedOrigins: new Set(['own']) })
    const text = made(a)
    assert.equal(a.clientID, own)
    a.transact(() => text.insert(0, 'Anna. '), 'own')
    write(b, 'Bo. ')
    meet(a, b)
    undo.undo()
    meet(a, b)
    assert.equal(saying(a), 'Bo. ')
    assert.equal(saying(b), 'Bo. ')
  }
)
