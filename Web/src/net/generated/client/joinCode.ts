// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  RenewedJoinCode,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** Make a new join code. The old one lets nobody in any more; who is in stays in. */
export const postSessionsSessionIdJoinCode = (sessionId: string): Promise<RenewedJoinCode> =>
  request('POST', `/sessions/${id(sessionId)}/join-code`)
