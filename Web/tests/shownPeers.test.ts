import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Peer } from '../src/model/peer'
import { ShownPeers } from '../src/model/shownPeers'

const peer = (clientId: number, field: string | null, head: unknown = null): Peer => ({
  clientId, user: { participantId: `p-${clientId}`, name: 'Anna', color: '', unitId: 'u' }, field, anchor: null, head
})

test('a caret that moves changes the list of its own text and no other', () => {
  const shown = new ShownPeers([peer(1, 'task', 3), peer(2, 'roles/r-1/text', 1), peer(3, null)])
  const before = { task: shown.in('task'), row: shown.in('roles/r-1/text'), at: shown.at('task'), all: shown.places }
  assert.equal(shown.show([peer(1, 'task', 4), peer(2, 'roles/r-1/text', 1), peer(3, null)]), true)
  assert.notEqual(shown.in('task'), before.task)
  assert.equal(shown.in('roles/r-1/text'), before.row)
  assert.equal(shown.at('task'), before.at, 'who is in the field is as it was')
  assert.equal(shown.places, before.all, 'and so is where everybody is')
  assert.equal(shown.show([peer(1, 'task', 4), peer(2, 'roles/r-1/text', 1), peer(3, null)]), false)
})

test('who goes to another text leaves the first, and a text that nobody is in has the same empty list', () => {
  const shown = new ShownPeers([peer(1, 'task')])
  shown.show([peer(1, 'roles.noneBecause')])
  assert.equal(shown.in('task'), shown.in('why'))
  assert.deepEqual(shown.in('task'), [])
  assert.deepEqual(shown.at('roles').map(one => one.clientId), [1])
  assert.deepEqual(shown.places.map(one => one.field), ['roles.noneBecause'])
  assert.equal(shown.show([]), true)
  assert.deepEqual(shown.places, [])
})
