import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordDiff } from '../src/model/wordDiff'
import { newSeed, seeded } from './random'

const shown = (before: string, after: string) => wordDiff(before, after)
  .map(({ kind, text }) => kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`)
  .join('')

test('words that were replaced, added and taken away stand where they stood', () => {
  assert.equal(shown(
    'vi mødes hver uge om eleverne', 'vi mødes hver måned om alle eleverne'
  ), 'vi mødes hver [-uge -]{+måned +}om {+alle +}eleverne')
  assert.equal(shown('', 'nyt'), '{+nyt+}')
  assert.equal(shown('gammelt', ''), '[-gammelt-]')
  assert.deepEqual(wordDiff('det samme', 'det samme'), [{ kind: 'same', text: 'det samme' }])
  assert.deepEqual(wordDiff('', ''), [])
})

test('the parts make up both texts, whatever they are', () => {
  const seed = newSeed('wordDiff')
  const next = seeded(seed)
  const text = () =>
    Array.from({ length: Math.floor(next() * 12) }, () => ['a', 'b', 'c', '\n', '  '][Math.floor(next() * 5)]).join(' ')
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()]
    const parts = wordDiff(before, after)
    assert.equal(parts.filter(one => one.kind !== 'new').map(one => one.text).join(''), before, `seed ${seed}`)
    assert.equal(parts.filter(one => one.kind !== 'gone').map(one => one.text).join(''), after, `seed ${seed}`)
  }
})

test('two long texts with nothing in common are one replaced by the other', () => {
  const long = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word}${index}`).join(' ')
  assert.deepEqual(wordDiff(long('a'), long('b')).map(one => one.kind), ['gone', 'new'])
})
