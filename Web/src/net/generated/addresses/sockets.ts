// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { asked, id } from '../address'

export const socketOfDocumentsModelId = (
  modelId: string,
  query: { acknowledge?: string | number, saved?: string | number, token?: string | number } = {},
): string =>
  `/ws/documents/${id(modelId)}${asked(query)}`

export const socketOfSessionsSessionId = (
  sessionId: string,
  query: { after?: string | number, state?: string | number, token?: string | number } = {},
): string =>
  `/ws/sessions/${id(sessionId)}${asked(query)}`
