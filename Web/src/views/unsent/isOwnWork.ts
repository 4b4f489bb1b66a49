import type { Grant } from '../../model/session'
import type { KeptWork } from '../../net/keptWork'

/** Whether whoever this browser is to the server now wrote it; see `useModelDocument` for what an identity is. */
export function isOwnWork({ identity }: KeptWork, grants: readonly Grant[]): boolean {
  return grants.some(({ participantId, role }) => participantId != null && participantId !== ''
    ? participantId === identity : identity.startsWith(`${role} `))
}
