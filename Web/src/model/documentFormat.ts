/** A format that documents can be had in; the server names it by the ending of its files. */
export const documentFormats = ['docx', 'odt', 'pdf', 'csv', 'ics', 'md', 'json'] as const

export type DocumentFormat = typeof documentFormats[number]

/** What the server says about a format: whether it can be made, and the package it needs. */
export interface FormatAvailability { format: string, available: boolean, package?: string }

/** The package that is missing for a format; null where it can be made. */
export function missingPackage(format: DocumentFormat, all: readonly FormatAvailability[] | null): string | null {
  const found = all?.find(one => one.format === format)
  return found && !found.available ? found.package ?? found.format : null
}

/** A week's archive on its way. */
export interface WeekExport {
  id: string
  state: 'running' | 'finished' | 'failed' | 'cancelled'
  done: number
  total: number
  latest?: string
  href?: string
  problem?: string
  problemEn?: string
}
