import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesOf, sessionsFor, type Marketplace } from '../src/model/marketplace'

const post = (id: string, kind: 'offer' | 'need') => ({
  id, kind, unitId: `u-${id}`, citizenGroupId: 'g', text: id, mayWithdraw: false
})
const market: Marketplace = {
  posts: [post('a', 'offer'), post('b', 'need'), post('c', 'need')],
  matches: [
    {
      offerId: 'a', needId: 'b', citizenGroupId: 'g',
      collaboration: { modelId: 'k', sessionId: 's', title: 'K', level: 'knowledge' }
    },
    { offerId: 'a', needId: 'c', citizenGroupId: 'g' }, { offerId: 'a', needId: 'gone', citizenGroupId: 'g' },
    { offerId: 'a', needId: 'b', citizenGroupId: 'h' },
  ],
  unitIds: [], sessionIds: ['s-1', 's-2'],
}

test(
  'what is to be talked about stands before what became a collaboration, and a post that is gone is passed over',
  () => {
    assert.deepEqual(matchesOf(market, 'g').map(one => one.need.id), ['c', 'b'])
  }
)

test('a match goes to a session of its citizen group, or to any of one’s own where the group has none', () => {
  const sessions =
    [{ id: 's-1', citizenGroupId: 'g' }, { id: 's-2', citizenGroupId: null }, { id: 's-3', citizenGroupId: 'h' }]
  assert.deepEqual(sessionsFor(market, sessions, 'g').map(one => one.id), ['s-1'])
  assert.deepEqual(sessionsFor(market, sessions, 'h').map(one => one.id), ['s-1', 's-2'])
})
