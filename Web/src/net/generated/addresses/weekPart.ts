// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  WeekPartID,
} from '../../../model/generated/types'
import { asked, id, prefix } from '../address'

export const addressOfWeeksWeekIdParts = (weekId: string): string =>
  prefix + `/weeks/${id(weekId)}/parts`

export const addressOfWeeksWeekIdPartsPartTableCsv = (
  weekId: string,
  part: WeekPartID,
  query: { lang?: string } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/parts/${id(part)}/table.csv${asked(query)}`
