// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  FormatAvailability, WeekExport, WeekExportBody,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

/** Cancel it, or throw the archive away. */
export const deleteWeeksWeekIdExportsExportId = (weekId: string, exportId: string): Promise<void> =>
  perform('DELETE', `/weeks/${id(weekId)}/exports/${id(exportId)}`)

/** The formats documents can be had in, and what each needs. */
export const getFormats = (): Promise<readonly FormatAvailability[]> =>
  request('GET', '/formats')

/** How far it is. */
export const getWeeksWeekIdExportsExportId = (weekId: string, exportId: string): Promise<WeekExport> =>
  request('GET', `/weeks/${id(weekId)}/exports/${id(exportId)}`)

/** Begin to make a week's archive. */
export const postWeeksWeekIdExports = (weekId: string, body: WeekExportBody): Promise<WeekExport> =>
  request('POST', `/weeks/${id(weekId)}/exports`, body)
