// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  AnswerBody, AppointmentBody, KnockView, WaitingView,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { asked, id } from '../address'

/** Who waits at the door, fifty at most; of a crowd those whose name has these letters. */
export const getSessionsSessionIdKnocks = (sessionId: string, query: { name?: string } = {}): Promise<WaitingView> =>
  request('GET', `/sessions/${id(sessionId)}/knocks${asked(query)}`)

/** What became of a knock: waiting, admitted, refused or unknown. */
export const getSessionsSessionIdKnocksKnockId = (sessionId: string, knockId: string): Promise<KnockView> =>
  request('GET', `/sessions/${id(sessionId)}/knocks/${id(knockId)}`)

/** Let a participant lead the session too. */
export const postSessionsSessionIdFacilitators = (sessionId: string, body: AppointmentBody): Promise<void> =>
  perform('POST', `/sessions/${id(sessionId)}/facilitators`, body)

/** Let somebody in who knocked, or not. One that was answered stays as it was. */
export const postSessionsSessionIdKnocksKnockId = (
  sessionId: string,
  knockId: string,
  body: AnswerBody,
): Promise<void> =>
  perform('POST', `/sessions/${id(sessionId)}/knocks/${id(knockId)}`, body)
