// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ExportFormat,
} from '../../../model/generated/types'
import { asked, id, prefix } from '../address'

export const addressOfSessionsSessionIdOutcome = (
  sessionId: string,
  query: { lang?: string, pdf?: string } = {},
): string =>
  prefix + `/sessions/${id(sessionId)}/outcome${asked(query)}`

export const addressOfSessionsSessionIdOutcomeFormat = (
  sessionId: string,
  format: ExportFormat,
  query: { lang?: string, pdf?: string } = {},
): string =>
  prefix + `/sessions/${id(sessionId)}/outcome.${id(format)}${asked(query)}`
