// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  InvitationBody, Invited, Level, SessionView,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { id } from '../address'

/** A session as the caller sees it. */
export const getSessionsSessionId = (sessionId: string): Promise<SessionView> =>
  request('GET', `/sessions/${id(sessionId)}`)

/** Make a personal link for somebody who facilitates, observes or leads a unit. */
export const postSessionsSessionIdInvitations = (sessionId: string, body: InvitationBody): Promise<Invited> =>
  request('POST', `/sessions/${id(sessionId)}/invitations`, body)

/** Begin a collaboration model in a session. */
export const postSessionsSessionIdModels = (sessionId: string, body: {
  readonly goalIds?: readonly string[]
  readonly level: Level
  readonly title: string
}): Promise<{
  readonly id: string
}> =>
  request('POST', `/sessions/${id(sessionId)}/models`, body)
