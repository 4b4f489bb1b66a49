import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as Y from 'yjs'
import { diffText, transformPosition, type DeltaStep } from '../src/model/textDiff'
import { newSeed, seeded } from './random'

function applied(text: string, change: ReturnType<typeof diffText>): string {
  return change === null ? text : text.slice(0, change.index) + change.inserted
    + text.slice(change.index + change.removed)
}

test('equal texts need no change', () => {
  assert.equal(diffText('samspil', 'samspil'), null)
})

test('a letter typed in a run of equal letters is where the caret is', () => {
  assert.deepEqual(diffText('aaaa', 'aaaaa', 2), { index: 1, removed: 0, inserted: 'a' })
  assert.deepEqual(diffText('aaaa', 'aaaaa', 5), { index: 4, removed: 0, inserted: 'a' })
})

test('deleting forward and backward removes only what went', () => {
  assert.deepEqual(diffText('en to tre', 'en tre', 3), { index: 3, removed: 3, inserted: '' })
  assert.deepEqual(diffText('abc', 'ac', 1), { index: 1, removed: 1, inserted: '' })
})

test('a character of two units is never taken apart', () => {
  // 😀 and 😁 share their first unit, 😀 and 🐀 their last but one.
  for (const [before, after] of [['x😀y', 'x😁y'], ['😀', '🐀'], ['a😀', 'a😀😀'], ['😀😁', '😁'], ['👩‍🏫', '👨‍🏫']] as const) {
    const change = diffText(before, after)
    assert.equal(applied(before, change), after)
    assert.ok(change !== null)
    for (const part of [change.inserted, before.slice(change.index, change.index + change.removed)]) {
      assert.ok(isWhole(part), JSON.stringify(part))
    }
  }
})

test('whatever is typed, cut and pasted, the change leads from one text to the other', () => {
  const random = seeded(newSeed('text diff'))
  const letters = ['a', 'b', ' ', 'æ', '😀', '😁', '\n', '👩‍🏫']
  let text = ''
  for (let turn = 0; turn < 5_000; turn++) {
    const characters = Array.from(text)
    const at = Math.floor(random() * (characters.length + 1))
    const gone = random() < 0.4 ? Math.floor(random() * 4) : 0
    const come = Array
      .from({ length: Math.floor(random() * 4) }, () => letters[Math.floor(random() * letters.length)] ?? '')
      .join('')
    const next = characters.slice(0, at).join('') + come + characters.slice(at + gone).join('')
    const change = diffText(text, next, Math.floor(random() * (next.length + 1)))
    assert.equal(applied(text, change), next)
    if (change) assert.ok(isWhole(change.inserted) && isWhole(text.slice(change.index, change.index + change.removed)))
    text = next.slice(0, 400)
    if (!isWhole(text)) text = ''
  }
})

test('a position follows what others write', () => {
  const delta: DeltaStep[] = [{ retain: 3 }, { insert: 'ny ' }, { delete: 2 }]
  assert.equal(transformPosition(2, delta), 2)
  assert.equal(transformPosition(3, delta), 3)
  assert.equal(transformPosition(3, delta, true), 6)
  assert.equal(transformPosition(4, delta), 6)
  assert.equal(transformPosition(9, delta), 10)
})

test('positions moved by a delta agree with where Yjs puts them', () => {
  const random = seeded(newSeed('positions'))
  for (let turn = 0; turn < 300; turn++) {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    text.insert(0, 'en opgave, to opgaver, tre opgaver')
    const position = 1 + Math.floor(random() * (text.length - 1))
    const kept = Y.createRelativePositionFromTypeIndex(text, position, -1)
    let moved = position
    let letterGone = false
    text.observe(event => {
      letterGone ||= transformPosition(
        position - 1, event.delta as DeltaStep[], true
      ) === transformPosition(position, event.delta as DeltaStep[])
      moved = transformPosition(position, event.delta as DeltaStep[])
    })
    doc.transact(() => {
      const at = Math.floor(random() * text.length)
      if (random() < 0.5) text.insert(at, 'mere')
      else text.delete(at, Math.min(5, text.length - at))
    })
    const absolute = Y.createAbsolutePositionFromRelativePosition(kept, doc)
    if (!letterGone) assert.equal(moved, absolute?.index)
  }
})

/** True where no half of a pair stands at the text's ends. */
function isWhole(text: string): boolean {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return text === '' || (!(first >= 0xdc00 && first <= 0xdfff) && !(last >= 0xd800 && last <= 0xdbff))
}
