import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartColumn, PartValue, WeekPart } from '../src/model/weekPart'
import { ColumnInput } from '../src/views/basis/ColumnInput'
import { useFold } from '../src/views/ui/useFold'
import { Rendered, wordsOf } from './rendering'

const parts = [
  { id: 'goals', items: [{ id: 'g-1', name: 'Fremmøde' }, { id: 'g-2', name: 'Trivsel' }] },
  { id: 'units', items: [{ id: 'u-1', name: 'Skolen' }] },
] as unknown as WeekPart[]

async function shown(kind: PartColumn['kind'], value?: PartValue, error?: string) {
  const told: PartValue[] = []
  const column = { member: 'x', label: { da: 'Felt', en: 'Field' }, kind, refersTo: ['goals'] } as unknown as PartColumn
  const view = await Rendered.of(
    <ColumnInput column={column} value={value} parts={parts} error={error} onChange={one => told.push(one)} />)
  return { view, told }
}

test('a number is told as one, and what is none as it was written', async () => {
  const { view, told } = await shown('number', 7)
  assert.equal(view.one('part-x').props['value'], '7')
  await view.write(view.one('part-x'), ' 12 ')
  await view.write(view.one('part-x'), 'tolv')
  assert.deepEqual(told, [12, 'tolv'])
})

test('several texts stand one on a line, and none is an empty list', async () => {
  const { view, told } = await shown('texts', ['a', 'b'])
  assert.equal(view.one('part-x').props['value'], 'a\nb')
  await view.write(view.one('part-x'), 'a\nb\nc')
  await view.write(view.one('part-x'), '')
  assert.deepEqual(told, [['a', 'b', 'c'], []])
})

test('a reference is chosen among what the column may point to, and nothing else', async () => {
  const { view, told } = await shown('reference', 'g-2')
  assert.deepEqual(view.tags('option').slice(1).map(wordsOf), ['Fremmøde', 'Trivsel'])
  await view.write(view.one('part-x'), 'g-1')
  assert.deepEqual(told, ['g-1'])
})

test('references are added to and taken from what was chosen', async () => {
  const { view, told } = await shown('references', ['g-2'])
  const [first, second] = view.tags('input')
  assert.ok(first && second)
  await view.fire(first, 'onChange', { target: { checked: true } })
  await view.fire(second, 'onChange', { target: { checked: false } })
  assert.deepEqual(told, [['g-2', 'g-1'], []])
})

test('yes and no is ticked, and only yes is', async () => {
  for (const value of [undefined, false, true]) {
    const { view } = await shown('yesNo', value)
    assert.equal(view.one('part-x').props['checked'], value === true)
  }
})

test('what is wrong is told at the field, whatever its kind', async () => {
  for (const kind of ['text', 'number', 'date', 'longText', 'texts', 'reference'] as const) {
    assert.ok((await shown(kind, undefined, 'Mangler')).view.words.includes('Mangler'), kind)
  }
})

function Folded({ count }: { count: number }) {
  const fold = useFold(count)
  return <>{Array.from({ length: count }, (_, index) => <i key={index} className={fold.at(index)} />)}{fold.more}</>
}

test('a long list shows twelve until the others are asked for, and never hides two or three alone', async () => {
  const folded = (view: Rendered) => view.all(one => one.props['className'] === 'folded').length
  const short = await Rendered.of(<Folded count={15} />)
  assert.deepEqual([folded(short), short.tags('button').length], [0, 0])
  const long = await Rendered.of(<Folded count={16} />)
  assert.equal(folded(long), 4)
  await long.fire(long.tags('button')[0] ?? assert.fail(), 'onClick')
  assert.equal(folded(long), 0)
  await long.fire(long.tags('button')[0] ?? assert.fail(), 'onClick')
  assert.equal(folded(long), 4)
})
