// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ParticipantAccount, RemovalPreview,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { asked, id } from '../address'

const seen = (tag: string | number) => ({ 'If-Match': `"${tag}"` })

/** Delete a model. What plans have taken from it stays. If-Match is the tag of what was said to go. */
export const deleteModelsModelId = (
  modelId: string,
  tag: string | number,
  query: { reason?: string } = {},
): Promise<void> =>
  perform('DELETE', `/models/${id(modelId)}${asked(query)}`, undefined, seen(tag))

/** Delete a session with its models and participants. If-Match is the tag of what was said to go. */
export const deleteSessionsSessionId = (sessionId: string, tag: string | number): Promise<void> =>
  perform('DELETE', `/sessions/${id(sessionId)}`, undefined, seen(tag))

/** Delete a participant and what was said alone. If-Match is the tag of what was said to go. */
export const deleteSessionsSessionIdParticipantsParticipantId = (
  sessionId: string,
  participantId: string,
  tag: string | number,
): Promise<void> =>
  perform('DELETE', `/sessions/${id(sessionId)}/participants/${id(participantId)}`, undefined, seen(tag))

/** Delete a week with everything in it. If-Match is the tag of what was said to go. */
export const deleteWeeksWeekId = (weekId: string, tag: string | number): Promise<void> =>
  perform('DELETE', `/weeks/${id(weekId)}`, undefined, seen(tag))

/** What deleting a model takes with it. */
export const getModelsModelIdRemoval = (modelId: string): Promise<RemovalPreview> =>
  request('GET', `/models/${id(modelId)}/removal`)

/** Everything that is stored of a participant. */
export const getSessionsSessionIdParticipantsParticipantId = (
  sessionId: string,
  participantId: string,
): Promise<ParticipantAccount> =>
  request('GET', `/sessions/${id(sessionId)}/participants/${id(participantId)}`)

/** What deleting a participant takes with it. */
export const getSessionsSessionIdParticipantsParticipantIdRemoval = (
  sessionId: string,
  participantId: string,
): Promise<RemovalPreview> =>
  request('GET', `/sessions/${id(sessionId)}/participants/${id(participantId)}/removal`)

/** What deleting a session takes with it. */
export const getSessionsSessionIdRemoval = (sessionId: string): Promise<RemovalPreview> =>
  request('GET', `/sessions/${id(sessionId)}/removal`)

/** What deleting a week takes with it. */
export const getWeeksWeekIdRemoval = (weekId: string): Promise<RemovalPreview> =>
  request('GET', `/weeks/${id(weekId)}/removal`)
