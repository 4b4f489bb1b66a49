// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { id, prefix } from '../address'

export const addressOfWeeks = (): string =>
  prefix + '/weeks'

export const addressOfWeeksWeekId = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}`

export const addressOfWeeksWeekIdExport = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}/export`
