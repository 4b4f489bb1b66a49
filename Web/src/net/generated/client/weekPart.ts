// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

import type {
  PartValue, WeekPartID, WeekPartRepositoryPreview, WeekPartView,
} from '../../../model/generated/types'
import { perform, request } from '../../rest'
import { id } from '../address'

const seen = (tag: string | number) => ({ 'If-Match': `"${tag}"` })

/** Take one away; refused with what refers to it. */
export const deleteWeeksWeekIdPartsPartItemId = (
  weekId: string,
  part: WeekPartID,
  itemId: string,
  tag: string | number,
): Promise<void> =>
  perform('DELETE', `/weeks/${id(weekId)}/parts/${id(part)}/${id(itemId)}`, undefined, seen(tag))

/** What a week is made from, with the columns of each kind. */
export const getWeeksWeekIdParts = (weekId: string): Promise<readonly WeekPartView[]> =>
  request('GET', `/weeks/${id(weekId)}/parts`)

/** Change one; If-Match is the tag that was read. Null takes away what was said. */
export const patchWeeksWeekIdPartsPartItemId = (weekId: string, part: WeekPartID, itemId: string, body: {
  readonly values: Record<string, PartValue>
}, tag: string | number): Promise<{
  readonly id: string
}> =>
  request('PATCH', `/weeks/${id(weekId)}/parts/${id(part)}/${id(itemId)}`, body, seen(tag))

/** Add one: values by the columns' members. */
export const postWeeksWeekIdPartsPart = (weekId: string, part: WeekPartID, body: {
  readonly values: Record<string, PartValue>
}): Promise<{
  readonly id: string
}> =>
  request('POST', `/weeks/${id(weekId)}/parts/${id(part)}`, body)

/** Bring tables in as previewed; If-Match is the preview's tag. Nothing is removed. */
export const postWeeksWeekIdTables = (weekId: string, body: {
  readonly files: readonly {
    readonly content: string
    readonly name: string
  }[]
}, tag: string | number): Promise<WeekPartRepositoryPreview> =>
  request('POST', `/weeks/${id(weekId)}/tables`, body, seen(tag))

/** What tables would create, change and leave alone, or every fault by file, row and column. */
export const postWeeksWeekIdTablesPreview = (weekId: string, body: {
  readonly files: readonly {
    readonly content: string
    readonly name: string
  }[]
}): Promise<WeekPartRepositoryPreview> =>
  request('POST', `/weeks/${id(weekId)}/tables/preview`, body)
