// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  EarlierSession,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** What the session before this one, of the same citizen group, parked and promised. */
export const getSessionsSessionIdBefore = (sessionId: string): Promise<EarlierSession> =>
  request('GET', `/sessions/${id(sessionId)}/before`)
