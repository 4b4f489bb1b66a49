import type { Column, ColumnKind } from '../../model/fieldDefinition'

/** In rem: the width at which a cell of the kind reads well, the least it may get; and how it shares what is left. */
const widths: Record<ColumnKind['kind'], { least: number, floor: number, share: number }> = {
  text: { least: 9, floor: 0, share: 2 },
  longText: { least: 14, floor: 0, share: 3 },
  date: { least: 12, floor: 13, share: 1 },
  boolean: { least: 7, floor: 6, share: 1 },
  choice: { least: 9, floor: 9, share: 1 },
  reference: { least: 9, floor: 10.5, share: 1 },
  references: { least: 10, floor: 9, share: 2 },
  party: { least: 9, floor: 10.5, share: 1 },
  unitFunction: { least: 10, floor: 10.5, share: 1 },
}

/** What the document's column has room for beside a row's buttons. */
const tableRem = 46

/** Rows that do not fit in a line are cards on every screen. */
export function fitsTable(columns: readonly Column[]): boolean {
  return columns.reduce((sum, column) => sum + widths[column.kind.kind].least, 0) <= tableRem
}

export function gridColumns(columns: readonly Column[]): string {
  return columns.map(({ kind }) => `minmax(${widths[kind.kind].floor}rem, ${widths[kind.kind].share}fr)`).join(' ')
}
