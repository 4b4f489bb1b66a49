import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineFault, lineLength } from '../src/model/lineLength'

test('a line is as long as people see it: an emoji is one character, however it is made up', () => {
  assert.equal(lineLength('😀'.repeat(40)), 40)
  assert.equal(lineLength('👩🏽‍🏫 Lis'), 5)
  assert.equal(lineLength('  Åse  '), 3)
  assert.equal(lineLength('A\u030Ase'), 3)
})

test('a name may have eighty characters and needs a letter or a digit', () => {
  assert.equal(lineFault('å'.repeat(80), 80), null)
  assert.equal(lineFault('å'.repeat(81), 80), 'tooLong')
  assert.equal(lineFault('😀'.repeat(79) + 'A', 80), null)
  for (const text of ['👍', '…', '\u202E\u2066', '\u3164\u2800']) {
    assert.notEqual(lineFault(text, 80), null, JSON.stringify(text))
  }
  assert.equal(lineFault('  ', 80), 'missing')
})
