import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingPackage, type FormatAvailability } from '../src/model/documentFormat'

const answer: FormatAvailability[] = [
  { format: 'docx', available: false, mediaType: '', package: 'pandoc' },
  { format: 'csv', available: true, mediaType: '' },
]

test('a format whose program is missing names the package', () => {
  assert.equal(missingPackage('docx', answer), 'pandoc')
})

test('a format is offered until the server has said that it cannot be made', () => {
  assert.equal(missingPackage('csv', answer), null)
  assert.equal(missingPackage('pdf', answer), null)
  assert.equal(missingPackage('docx', null), null)
})
