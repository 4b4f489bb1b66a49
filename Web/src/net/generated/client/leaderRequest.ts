// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  LeaderRequest, LeaderRequestBody,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

/** Say no to a request. Making a link to the unit's leader answers it too. */
export const deleteWeeksWeekIdLeaderRequestsUnitId = (weekId: string, unitId: string): Promise<void> =>
  perform('DELETE', `/weeks/${id(weekId)}/leader-requests/${id(unitId)}`)

/** The units that facilitators ask leader links for. */
export const getWeeksWeekIdLeaderRequests = (weekId: string): Promise<readonly LeaderRequest[]> =>
  request('GET', `/weeks/${id(weekId)}/leader-requests`)

/** Ask the administrator for a link to a unit's leader. Asked twice, it is one request. */
export const postSessionsSessionIdLeaderRequests = (sessionId: string, body: LeaderRequestBody): Promise<void> =>
  perform('POST', `/sessions/${id(sessionId)}/leader-requests`, body)
