import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reactionLastsMs, recent } from '../src/model/reactions'

test('reactions of the last moments are added up, and those before are gone', () => {
  const told = [
    { counts: { idea: 9 }, at: 0 },
    { counts: { thanks: 2, agree: 1 }, at: 5_000 },
    { counts: { thanks: 3 }, at: 6_000 }
  ]
  assert.deepEqual(recent(told, reactionLastsMs), [{ reaction: 'agree', count: 1 }, { reaction: 'thanks', count: 5 }])
  assert.deepEqual(recent(told, 20_000), [])
})
