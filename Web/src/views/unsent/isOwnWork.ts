import { isIdentityOf } from '../../model/identity'
import type { Grant } from '../../model/session'
import type { KeptWork } from '../../net/keptWork'

/** Whether whoever this browser is to the server now wrote it. */
export function isOwnWork({ identity }: KeptWork, grants: readonly Grant[]): boolean {
  return isIdentityOf(identity, grants)
}
