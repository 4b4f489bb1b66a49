// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import { asked, id, prefix } from '../address'

export const addressOfFormats = (): string =>
  prefix + '/formats'

export const addressOfWeeksWeekIdExportsExportId = (weekId: string, exportId: string): string =>
  prefix + `/weeks/${id(weekId)}/exports/${id(exportId)}`

export const addressOfWeeksWeekIdExportsExportIdArchiveZip = (weekId: string, exportId: string): string =>
  prefix + `/weeks/${id(weekId)}/exports/${id(exportId)}/archive.zip`

export const addressOfWeeksWeekIdOutcomeZip = (
  weekId: string,
  query: { formats?: string, lang?: string, pdf?: string } = {},
): string =>
  prefix + `/weeks/${id(weekId)}/outcome.zip${asked(query)}`
