// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfModelsModelIdRemoval = (modelId: string): string =>
  prefix + `/models/${id(modelId)}/removal`

export const addressOfSessionsSessionIdParticipantsParticipantId = (sessionId: string, participantId: string): string =>
  prefix + `/sessions/${id(sessionId)}/participants/${id(participantId)}`

export const addressOfSessionsSessionIdParticipantsParticipantIdRemoval = (
  sessionId: string,
  participantId: string,
): string =>
  prefix + `/sessions/${id(sessionId)}/participants/${id(participantId)}/removal`

export const addressOfSessionsSessionIdRemoval = (sessionId: string): string =>
  prefix + `/sessions/${id(sessionId)}/removal`

export const addressOfWeeksWeekIdRemoval = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}/removal`
