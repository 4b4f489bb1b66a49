import { memo, useEffect, useRef } from 'react'
import type { Column } from '../../model/fieldDefinition'
import type { Row } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useObserved } from '../model/useObserved'
import { Cell } from './Cell'

interface Properties { field: string, id: string, row: Row, columns: readonly Column[], focusFirst: boolean }

/** One row's cells, each with its own name: above it in a card, at the top of the column in a table. */
export const RowView = memo(function RowView({ field, id, row, columns, focusFirst }: Properties) {
  const { own } = useWords()
  const cells = useRef<HTMLDivElement>(null)
  useObserved(row)
  useEffect(() => {
    if (focusFirst) cells.current?.querySelector<HTMLElement>('textarea, select, input')?.focus()
  }, [focusFirst])
  return (
    <div ref={cells} className="row-cells">
      {columns.map(column => (
        <div key={column.id} className={`cell cell-${column.kind.kind}`}>
          <span className="cell-label" aria-hidden="true">{own(column.label)}</span>
          <Cell field={field} rowId={id} row={row} column={column} />
        </div>
      ))}
    </div>
  )
})
