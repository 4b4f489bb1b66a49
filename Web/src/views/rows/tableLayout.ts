import type { Column, ColumnKind } from '../../model/fieldDefinition'

/** The least width in rem at which a cell of the kind can be read and used, and how it shares what is left. */
const widths: Record<ColumnKind['kind'], { least: number, share: number }> = {
  text: { least: 9, share: 3 },
  longText: { least: 14, share: 4 },
  date: { least: 12, share: 1 },
  boolean: { least: 7, share: 1 },
  choice: { least: 9, share: 1 },
  reference: { least: 9, share: 2 },
  references: { least: 10, share: 2 },
  party: { least: 9, share: 2 },
  unitFunction: { least: 10, share: 2 },
}

/** What the document's column has room for beside a row's buttons. */
const tableRem = 46

/** Rows that do not fit in a line are cards on every screen. */
export function fitsTable(columns: readonly Column[]): boolean {
  return columns.reduce((sum, column) => sum + widths[column.kind.kind].least, 0) <= tableRem
}

export function gridColumns(columns: readonly Column[]): string {
  return columns.map(({ kind }) => `minmax(${kind.kind === 'date' ? '11rem' : '0'}, ${widths[kind.kind].share}fr)`).join(' ')
}
