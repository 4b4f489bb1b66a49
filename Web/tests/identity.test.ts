import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityOf, isIdentityOf } from '../src/model/identity'
import type { Role } from '../src/model/session'

const who = (role: Role, unitId?: string) =>
  identityOf({ id: 's-1', role, me: unitId === undefined ? {} : { unitId } })

test('what somebody wrote is theirs, and not that of who has the same role in another session or unit', () => {
  assert.equal(isIdentityOf(identityOf({
    id: 's-1', role: 'participant', me: { participantId: 'p-1', unitId: 'u-1' }
  }), [
    { role: 'participant', sessionId: 's-1', unitId: 'u-1', participantId: 'p-1' }]), true)
  assert.equal(isIdentityOf('p-1', [{ role: 'participant', sessionId: 's-1', participantId: 'p-2' }]), false)
  assert.equal(isIdentityOf(who('facilitator'), [{ role: 'facilitator', weekId: 'w', sessionId: 's-1' }]), true)
  assert.equal(isIdentityOf(who('facilitator'), [{ role: 'facilitator', weekId: 'w', sessionId: 's-2' }]), false)
  assert.equal(isIdentityOf(who('leader', 'u-1'), [{ role: 'leader', weekId: 'w', unitId: 'u-1' }]), true)
  assert.equal(isIdentityOf(who('leader', 'u-1'), [{ role: 'leader', weekId: 'w', unitId: 'u-2' }]), false)
  assert.equal(isIdentityOf(who('administrator'), [{ role: 'administrator' }]), true)
  assert.equal(isIdentityOf(who('administrator'), [{ role: 'facilitator', sessionId: 's-1' }]), false)
})
