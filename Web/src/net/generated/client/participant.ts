// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  CorrectionBody,
} from '../../../model/generated/types'
import { perform } from '../../rest'
import { id } from '../address'

/** Correct a participant's name, function, unit or external party; what is left out stays. */
export const patchSessionsSessionIdParticipantsParticipantId = (
  sessionId: string,
  participantId: string,
  body: CorrectionBody,
): Promise<void> =>
  perform('PATCH', `/sessions/${id(sessionId)}/participants/${id(participantId)}`, body)
