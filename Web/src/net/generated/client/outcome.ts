// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ExportFormat, SessionOutcome,
} from '../../../model/generated/types'
import { request } from '../../rest'
import { asked, id } from '../address'

/** A session's outcome, in the format asked for by Accept; JSON without it. */
export const getSessionsSessionIdOutcome = (
  sessionId: string,
  query: { lang?: string, pdf?: string } = {},
): Promise<SessionOutcome> =>
  request('GET', `/sessions/${id(sessionId)}/outcome${asked(query)}`)

/** A session's outcome in a format. */
export const getSessionsSessionIdOutcomeFormat = (
  sessionId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): Promise<SessionOutcome> =>
  request('GET', `/sessions/${id(sessionId)}/outcome.${id(format)}${asked(query)}`)
