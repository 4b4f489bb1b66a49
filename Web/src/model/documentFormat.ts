import type { ExportFormat as DocumentFormat, FormatAvailability } from './generated/types'

export type { ExportFormat as DocumentFormat, FormatAvailability, WeekExport } from './generated/types'

/** A format that documents can be had in; the server names it by the ending of its files. */
export const documentFormats: readonly DocumentFormat[] = ['docx', 'odt', 'pdf', 'csv', 'ics', 'md', 'json']

/** The package that is missing for a format; null where it can be made. */
export function missingPackage(format: DocumentFormat, all: readonly FormatAvailability[] | null): string | null {
  const found = all?.find(one => one.format === format)
  return found && !found.available ? found.package ?? found.format : null
}
