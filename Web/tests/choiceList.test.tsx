import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChoiceList } from '../src/views/ui/ChoiceList'
import { Rendered, wordsOf } from './rendering'

const few = ['Øster Skole', 'Aarhus Skole', 'Vester Skole'].map(name => ({ id: name.slice(0, 1), name }))
const many = Array.from(
  { length: 9 }, (_, index) => ({ id: `u-${index}`, name: `Enhed ${index}`, detail: index === 3 ? 'Havnen' : '' })
)
const nothing = () => undefined
const labels = (list: Rendered) => list.tags('label').map(wordsOf)
const search = (list: Rendered) => list.tags('input').find(one => one.props['type'] === 'search')

test('a short list stands in Danish order and is not searched', async () => {
  const list = await Rendered.of(<ChoiceList legend="Enheder" choices={few} chosen={[]} onToggle={nothing} />)
  assert.deepEqual(labels(list), ['Vester Skole', 'Øster Skole', 'Aarhus Skole'])
  assert.equal(search(list), undefined)
})

test('a list in an order of its own keeps it', async () => {
  const list = await Rendered.of(<ChoiceList legend="E" choices={few} chosen={[]} sorted={false} onToggle={nothing} />)
  assert.deepEqual(labels(list), few.map(one => one.name))
})

test('a long list is searched by name and by what stands beside it, and what is ticked stays', async () => {
  const list = await Rendered.of(<ChoiceList legend="Enheder" choices={many} chosen={['u-7']} onToggle={nothing} />)
  const field = search(list)
  assert.ok(field)
  await list.write(field, ' HAVN ')
  assert.deepEqual(labels(list), ['Enhed 3Havnen', 'Enhed 7'])
})

test('a search that finds nothing says so, even beside what is ticked', async () => {
  const list = await Rendered.of(<ChoiceList legend="Enheder" choices={many} chosen={['u-7']} onToggle={nothing} />)
  const field = search(list)
  assert.ok(field)
  await list.write(field, 'xyz')
  assert.deepEqual(labels(list), ['Enhed 7'])
  assert.equal(list.all(one => one.props['role'] === 'status').length, 1)
})

test('a heading stands once above each group', async () => {
  const choices = [
    { id: '1', name: 'b', group: 'Skoler' }, { id: '2', name: 'c', group: 'Dagtilbud' },
    { id: '3', name: 'a', group: 'Skoler' },
  ]
  const list = await Rendered.of(<ChoiceList legend="Mål" choices={choices} chosen={[]} onToggle={nothing} />)
  const headings = list.all(one => one.props['className'] === 'choice-group').map(wordsOf)
  assert.deepEqual([headings, labels(list)], [['Skoler', 'Dagtilbud'], ['a', 'b', 'c']])
})

test('one of them is a radio button, several are ticked, and a press tells which and whether', async () => {
  const told: unknown[] = []
  const press = (id: string, on: boolean) => told.push([id, on])
  const one = await Rendered.of(<ChoiceList legend="E" choices={few} chosen={['V']} single onToggle={press} />)
  assert.ok(one.tags('input').every(input => input.props['type'] === 'radio'))
  const several = await Rendered.of(<ChoiceList legend="E" choices={few} chosen={['V']} onToggle={press} />)
  const [vester, oester] = several.tags('input')
  assert.ok(vester && oester && vester.props['checked'] === true && oester.props['checked'] === false)
  await several.fire(vester, 'onChange', { target: { checked: false } })
  await several.fire(oester, 'onChange', { target: { checked: true } })
  assert.deepEqual(told, [['V', false], ['Ø', true]])
})

test('nothing can be ticked in a list that is only read', async () => {
  const list = await Rendered.of(<ChoiceList legend="E" choices={few} chosen={[]} readOnly onToggle={nothing} />)
  assert.ok(list.tags('input').every(input => input.props['disabled'] === true))
})
