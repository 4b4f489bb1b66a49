// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfJoinJoinCode = (joinCode: string): string =>
  prefix + `/join/${id(joinCode)}`
