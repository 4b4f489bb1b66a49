import * as Y from 'yjs'
import type { Column } from '../../model/fieldDefinition'
import { ensureCellText, listOf, textOf, type Row } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { CoText } from '../fields/CoText'
import { useModelEditing } from '../model/ModelContext'
import { DateInput } from '../ui/DateInput'
import { BooleanCell } from './BooleanCell'
import { ChoiceCell } from './ChoiceCell'
import { PartyCell } from './PartyCell'
import { ReferenceCell } from './ReferenceCell'
import { ReferencesCell } from './ReferencesCell'

interface Properties { field: string, rowId: string, row: Row, column: Column }

/** The editor for one cell. */
export function Cell({ field, rowId, row, column }: Properties) {
  const { own } = useWords()
  const { document, canWrite } = useModelEditing()
  const label = own(column.label)
  const path = `${field}/${rowId}/${column.id}`
  const set = (key: string, value: unknown) => document.edit(() => {
    if (value === '' || value === null) row.delete(key)
    else row.set(key, value)
  })
  const { kind } = column
  switch (kind.kind) {
    case 'text': case 'longText':
      return <TextCell row={row} cell={column.id} path={path} label={label} lines={kind.kind === 'text' ? 1 : 2} />
    case 'date': return <DateInput label={label} hideLabel value={textOf(row.get(column.id))} readOnly={!canWrite}
      onChange={date => set(column.id, date)} testId={`cell-${column.id}`} />
    case 'boolean': return <BooleanCell label={label} value={row.get(column.id)}
      onChange={value => set(column.id, value)} column={column.id} />
    case 'choice': return <ChoiceCell label={label} choices={kind.choices} value={textOf(row.get(column.id))}
      onChange={value => set(column.id, value)} column={column.id} />
    case 'reference': return <ReferenceCell label={label} to={kind.to} value={textOf(row.get(column.id))}
      onChange={value => set(column.id, value)} column={column.id} />
    case 'references': return <ReferencesCell label={label} to={kind.to} value={listOf(row.get(column.id))}
      onChange={value => set(column.id, value)} column={column.id} />
    case 'party': return <PartyCell label={label} row={row} />
    case 'unitFunction': return (
      <div className="unit-function">
        <ReferenceCell label={label} to="unit" value={textOf(row.get(`${column.id}.unitId`))}
          onChange={value => set(`${column.id}.unitId`, value)} column={`${column.id}.unitId`} />
        <FunctionText row={row} cell={`${column.id}.function`} path={`${field}/${rowId}/${column.id}.function`}
          label={label} />
      </div>
    )
  }
}

function TextCell({ row, cell, path, label, lines }: {
  row: Row, cell: string, path: string, label: string, lines: number
}) {
  const value = row.get(cell)
  return <CoText text={value instanceof Y.Text ? value : null} plain={textOf(value)}
    make={() => ensureCellText(row, cell)} path={path} label={label} lines={lines} />
}

function FunctionText({ row, cell, path, label }: { row: Row, cell: string, path: string, label: string }) {
  const { t } = useWords()
  return <TextCell row={row} cell={cell} path={path} label={t('rows.functionOf', { column: label })} lines={1} />
}
