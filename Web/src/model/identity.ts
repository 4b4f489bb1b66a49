import type { Grant, SessionDetails } from './session'

/**
 * Who somebody is to the server in a session, as what they write is marked in the browser: a participant by their id.
 * Who leads has none; there the role, the session and, for a unit's leader, the unit are all that is known.
 */
export function identityOf({ id, role, me }: Pick<SessionDetails, 'id' | 'role' | 'me'>): string {
  if (me.participantId != null) return me.participantId
  return role === 'leader' && me.unitId != null ? `${role} ${id} ${me.unitId}` : `${role} ${id}`
}

/** Whether somebody with these grants is whom the identity names. A grant without a session is for any of them. */
export function isIdentityOf(identity: string, grants: readonly Grant[]): boolean {
  const [role, session, unit] = identity.split(' ')
  return grants.some(grant => grant.participantId != null && grant.participantId !== ''
    ? grant.participantId === identity
    : grant.role === role && (grant.sessionId ?? session) === session
      && (grant.role !== 'leader' || grant.unitId == null || grant.unitId === unit))
}
