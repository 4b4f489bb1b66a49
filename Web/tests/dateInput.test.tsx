import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DateInput } from '../src/views/ui/DateInput'
import { Rendered } from './rendering'

async function shown(value: string, more: { readOnly?: boolean } = {}) {
  const told: string[] = []
  const view = await Rendered.of(
    <DateInput label="Frist" value={value} onChange={date => told.push(date)} testId="date" {...more} />)
  return { view, told, field: () => view.one('date') }
}

test('a date is shown as it is written in Danish, with its week', async () => {
  const { view, field } = await shown('2027-01-05')
  assert.equal(field().props['value'], '5. januar 2027')
  assert.match(view.words, /[Uu]ge 1\b/)
})

test('what is written is told when the field is left, once, and only when it is another date', async () => {
  const { view, told, field } = await shown('2027-01-05')
  await view.write(field(), '6.1.2027')
  assert.deepEqual(told, [])
  await view.fire(field(), 'onBlur')
  await view.fire(field(), 'onBlur')
  assert.deepEqual(told, ['2027-01-06'])
  await view.write(field(), '5/1 2027')
  await view.fire(field(), 'onKeyDown', { key: 'Enter' })
  assert.deepEqual(told, ['2027-01-06'])
})

test('the week is told while one writes', async () => {
  const { view, field } = await shown('')
  assert.doesNotMatch(view.words, /[Uu]ge/)
  await view.write(field(), '1.2.2027')
  assert.match(view.words, /[Uu]ge 5\b/)
})

test('what is no date stays as it was written, is told as wrong, and goes nowhere', async () => {
  const { view, told, field } = await shown('2027-01-05')
  await view.write(field(), '31. februar 2027')
  await view.fire(field(), 'onBlur')
  assert.equal(field().props['value'], '31. februar 2027')
  assert.equal(field().props['aria-invalid'], true)
  assert.ok(view.all(one => one.props['id'] === field().props['aria-describedby']).length === 1)
  assert.deepEqual(told, [])
})

test('Escape brings back what stood there', async () => {
  const { view, told, field } = await shown('2027-01-05')
  await view.write(field(), 'vrøvl')
  await view.fire(field(), 'onBlur')
  await view.fire(field(), 'onKeyDown', { key: 'Escape' })
  assert.equal(field().props['value'], '5. januar 2027')
  assert.equal(field().props['aria-invalid'], undefined)
  assert.deepEqual(told, [])
})

test('an emptied field takes the date away', async () => {
  const { view, told, field } = await shown('2027-01-05')
  await view.write(field(), '  ')
  await view.fire(field(), 'onBlur')
  assert.deepEqual(told, [''])
})

test('a date that is only read has no calendar to choose from', async () => {
  const { view } = await shown('2027-01-05', { readOnly: true })
  assert.equal(view.tags('button').length + view.tags('input').length, 1)
})
