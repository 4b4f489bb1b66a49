import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inGroups } from '../src/model/listedChoice'

const choice = (name: string, group?: string) => ({ id: name, name, ...(group === undefined ? {} : { group }) })

test('choices stand as in a Danish dictionary, aa as å', () => {
  const sorted = inGroups(['Åbenrå', 'Øster', 'Aarhus', 'Ærø', 'Vejle'].map(name => choice(name)))
  assert.deepEqual(sorted.map(one => one.name), ['Vejle', 'Ærø', 'Øster', 'Åbenrå', 'Aarhus'])
})

test('groups keep the order in which they first occur, and each is sorted by itself', () => {
  const choices = [
    choice('b', 'Skoler'), choice('z', 'Dagtilbud'), choice('a', 'Skoler'), choice('y', 'Dagtilbud'), choice('m')
  ]
  assert.deepEqual(inGroups(choices).map(one => one.name), ['a', 'b', 'y', 'z', 'm'])
})

test('the list that was given is left as it was', () => {
  const given = [choice('b'), choice('a')]
  inGroups(given)
  assert.deepEqual(given.map(one => one.name), ['b', 'a'])
})
