// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  SessionGrant,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

/** Take it back: the token holds there no more, and its connections are closed. */
export const deleteSessionsSessionIdGrantsGrantId = (sessionId: string, grantId: string): Promise<void> =>
  perform('DELETE', `/sessions/${id(sessionId)}/grants/${id(grantId)}`)

/** Sign a personal link out everywhere: every browser that came in by it. The link goes on holding. */
export const deleteSessionsSessionIdGrantsGrantIdSignIns = (sessionId: string, grantId: string): Promise<void> =>
  perform('DELETE', `/sessions/${id(sessionId)}/grants/${id(grantId)}/sign-ins`)

/** Who has been let into a session and still is; for the administrator, also who leads a unit of its week. */
export const getSessionsSessionIdGrants = (sessionId: string): Promise<readonly SessionGrant[]> =>
  request('GET', `/sessions/${id(sessionId)}/grants`)
