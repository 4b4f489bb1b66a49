import type { PartValue, WeekPartID } from '../model/generated/types'
import { byteLetters, chosenFile, type ChosenFile } from './chosenFile'
import { addressOfWeeksWeekIdPartsPartTableCsv } from './generated/addresses/weekPart'
import * as ofWeek from './generated/client/week'
import * as ofWeekPart from './generated/client/weekPart'

/**
 * A table as it is sent: its bytes in Base64, so that the server sees what is in the file and
 * not what the browser made of it.
 */
export interface SentTable { name: string, content: string }

/** What a week is made from. */
export const weekParts = {
  all: ofWeekPart.getWeeksWeekIdParts,
  add: (week: string, part: WeekPartID, values: Record<string, PartValue>) =>
    ofWeekPart.postWeeksWeekIdPartsPart(week, part, { values }),
  change: (week: string, part: WeekPartID, item: string, tag: string, values: Record<string, PartValue>) =>
    ofWeekPart.patchWeeksWeekIdPartsPartItemId(week, part, item, { values }, tag),
  remove: ofWeekPart.deleteWeeksWeekIdPartsPartItemId,
  previewTables: (week: string, files: SentTable[]) => ofWeekPart.postWeeksWeekIdTablesPreview(week, { files }),
  bringTables: (week: string, files: SentTable[], tag: string) =>
    ofWeekPart.postWeeksWeekIdTables(week, { files }, tag),
  previewWeek: (file: ChosenFile) => ofWeek.postWeeksImportPreview(file.bytes),
  tablePath: (week: string, part: WeekPartID, lang: string) =>
    addressOfWeeksWeekIdPartsPartTableCsv(week, part, { lang }),
}

export async function sentTable(file: File): Promise<SentTable> {
  const { name, bytes } = await chosenFile(file)
  return { name, content: btoa(byteLetters(bytes)) }
}
