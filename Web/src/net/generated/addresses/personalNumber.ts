// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfSessionsSessionIdPersonalNumbers = (sessionId: string): string =>
  prefix + `/sessions/${id(sessionId)}/personal-numbers`
