// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { asked, id, prefix } from '../address'

export const addressOfSessionsSessionIdKnocks = (sessionId: string, query: { name?: string } = {}): string =>
  prefix + `/sessions/${id(sessionId)}/knocks${asked(query)}`

export const addressOfSessionsSessionIdKnocksKnockId = (sessionId: string, knockId: string): string =>
  prefix + `/sessions/${id(sessionId)}/knocks/${id(knockId)}`
