// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  ImportPreview, InterchangeDocument, NewSession, NewWeek, WeekChanges, WeekImportReceipt, WeekListing, WeekView,
} from '../../../model/generated/types'
import { request, type Bytes } from '../../rest'
import { id } from '../address'

/** The weeks the caller has something to do with. */
export const getWeeks = (): Promise<readonly WeekListing[]> =>
  request('GET', '/weeks')

/** A week with its sessions and models. */
export const getWeeksWeekId = (weekId: string): Promise<WeekView> =>
  request('GET', `/weeks/${id(weekId)}`)

/** The week as an interchange document, with everything written and confirmed. */
export const getWeeksWeekIdExport = (weekId: string): Promise<InterchangeDocument> =>
  request('GET', `/weeks/${id(weekId)}/export`)

/** Change a week's title, units, citizen groups, objectives and goals. */
export const patchWeeksWeekId = (weekId: string, body: WeekChanges | Bytes): Promise<WeekView> =>
  request('PATCH', `/weeks/${id(weekId)}`, body)

/** Make a week. */
export const postWeeks = (body: NewWeek | Bytes): Promise<{
  readonly id: string
}> =>
  request('POST', '/weeks', body)

/** Bring a week in from an interchange document. */
export const postWeeksImport = (body: InterchangeDocument | Bytes): Promise<WeekImportReceipt> =>
  request('POST', '/weeks/import', body)

/** What bringing a week in would make; nothing is written. */
export const postWeeksImportPreview = (body: InterchangeDocument | Bytes): Promise<ImportPreview> =>
  request('POST', '/weeks/import/preview', body)

/** Add a session to a week. */
export const postWeeksWeekIdSessions = (weekId: string, body: NewSession | Bytes): Promise<{
  readonly id: string
  readonly joinCode: string
}> =>
  request('POST', `/weeks/${id(weekId)}/sessions`, body)
