import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingPackage } from '../src/model/documentFormat'

const answer = [{ format: 'docx', available: false, package: 'pandoc' }, { format: 'csv', available: true }]

test('a format whose program is missing names the package', () => {
  assert.equal(missingPackage('docx', answer), 'pandoc')
})

test('a format is offered until the server has said that it cannot be made', () => {
  assert.equal(missingPackage('csv', answer), null)
  assert.equal(missingPackage('pdf', answer), null)
  assert.equal(missingPackage('docx', null), null)
})
