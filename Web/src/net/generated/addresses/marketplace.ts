// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfWeeksWeekIdMarketplace = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}/marketplace`
