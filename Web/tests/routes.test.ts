import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareDanish, initials } from '../src/model/danish'
import { normalizeJoinCode } from '../src/model/joinCode'
import { parseRoute, paths } from '../src/views/shared/routes'

test('every address leads to its page and back', () => {
  assert.deepEqual(parseRoute('/', ''), { page: 'join', code: '' })
  assert.deepEqual(parseRoute('/', 'kode=ab12'), { page: 'join', code: 'ab12' })
  assert.deepEqual(parseRoute(paths.join('AB12'), ''), { page: 'join', code: 'AB12' })
  assert.deepEqual(parseRoute('/log-ind', ''), { page: 'signIn' })
  assert.deepEqual(parseRoute(paths.week('a/b'), ''), { page: 'week', weekId: 'a/b' })
  assert.deepEqual(parseRoute(paths.model('s-1', 'k 1'), ''), { page: 'model', sessionId: 's-1', modelId: 'k 1' })
  assert.deepEqual(parseRoute(paths.reading('s-1', 'k 1'), ''), { page: 'reading', sessionId: 's-1', modelId: 'k 1' })
  assert.deepEqual(parseRoute(paths.draft('w', 'u'), ''), { page: 'draft', weekId: 'w', unitId: 'u' })
  assert.deepEqual(parseRoute(paths.plan('w', 'u'), ''), { page: 'plan', weekId: 'w', unitId: 'u' })
  assert.deepEqual(parseRoute('/skaerm/s-1', 'kode=AB12'), { page: 'screen', sessionId: 's-1', code: 'AB12' })
  assert.equal(paths.screen('s-1', 'AB12'), '/skaerm/s-1?kode=AB12')
  assert.deepEqual(parseRoute(paths.year('w', 'u'), ''), { page: 'year', weekId: 'w', unitId: 'u' })
  assert.deepEqual(parseRoute(paths.objectives('w'), ''), { page: 'objectives', weekId: 'w' })
  assert.deepEqual(parseRoute(paths.learning('w'), ''), { page: 'learning', weekId: 'w' })
  assert.deepEqual(parseRoute(paths.citizens('w', 'u'), ''), {
    page: 'citizens', weekId: 'w', unitId: 'u', isPreview: false
  })
  assert.deepEqual(parseRoute(paths.citizenPreview('w', 'u'), ''), {
    page: 'citizens', weekId: 'w', unitId: 'u', isPreview: true
  })
  for (const path of [
    '/borger/w', '/uge', '/session', '/session/1/model', '/uge/1/enhed/2', '/hvad/er/det', '/k', '/session/a/b/c/d'
  ]) assert.equal(parseRoute(path, '').page, 'notFound', path)
})

test('an address that is broken off in the middle of a sign does not break the page', () => {
  assert.deepEqual(parseRoute('/uge/%E0%A4%A', ''), { page: 'week', weekId: '%E0%A4%A' })
})

test('a code is read however it is typed', () => {
  assert.equal(normalizeJoinCode(' ab12 - cd34 '), 'AB12CD34')
})

test('names stand in Danish order', () => {
  assert.deepEqual(['Åbenrå', 'Øster', 'Ærø', 'Vejle', 'Aarhus', 'Albertslund'].sort(compareDanish), [
    'Albertslund', 'Vejle', 'Ærø', 'Øster', 'Åbenrå', 'Aarhus'
  ])
})

test('a unit is known by its letters', () => {
  assert.equal(initials('Familie og Rådgivning'), 'FR')
  assert.equal(initials('Lærkeskolen (opdigtet)'), 'Læ')
  assert.equal(initials('Kultur, Fritid og Idræt'), 'KF')
  assert.equal(initials('sundhedsplejen'), 'su')
})
