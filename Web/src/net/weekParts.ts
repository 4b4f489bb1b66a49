import type { TablePreview, PartValue, WeekPart, WeekPreview } from '../model/weekPart'
import { byteLetters, chosenFile, type ChosenFile } from './chosenFile'
import { request } from './rest'

const id = encodeURIComponent
const path = (week: string) => `/weeks/${id(week)}/parts`
const seen = (tag: string) => ({ 'If-Match': `"${tag}"` })

/**
 * A table as it is sent: its bytes in Base64, so that the server sees what is in the file and
 * not what the browser made of it.
 */
export interface SentTable { name: string, content: string }

/** What a week is made from, one function a route. */
export const weekParts = {
  all: (week: string) => request<WeekPart[]>('GET', path(week)),
  add: (week: string, part: string, values: Record<string, PartValue>) =>
    request<{ id: string }>('POST', `${path(week)}/${id(part)}`, { values }),
  change: (week: string, part: string, item: string, tag: string, values: Record<string, PartValue>) =>
    request<{ id: string }>('PATCH', `${path(week)}/${id(part)}/${id(item)}`, { values }, seen(tag)),
  remove: (week: string, part: string, item: string, tag: string) =>
    request<void>('DELETE', `${path(week)}/${id(part)}/${id(item)}`, undefined, seen(tag)),
  previewTables: (week: string, files: SentTable[]) =>
    request<TablePreview>('POST', `/weeks/${id(week)}/tables/preview`, { files }),
  bringTables: (week: string, files: SentTable[], tag: string) =>
    request<TablePreview>('POST', `/weeks/${id(week)}/tables`, { files }, seen(tag)),
  previewWeek: (file: ChosenFile) => request<WeekPreview>('POST', '/weeks/import/preview', file.bytes),
  tablePath: (week: string, part: string, language: string) =>
    `/api/v1${path(week)}/${id(part)}/table.csv?lang=${language}`,
}

export async function sentTable(file: File): Promise<SentTable> {
  const { name, bytes } = await chosenFile(file)
  return { name, content: btoa(byteLetters(bytes)) }
}
