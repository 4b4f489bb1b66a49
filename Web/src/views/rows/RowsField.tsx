import { useRef, useState, type CSSProperties } from 'react'
import type { FieldDefinition, FieldKind } from '../../model/fieldDefinition'
import { fieldMap, makeRow, noneBecauseText, readRows, type Row } from '../../model/layout'
import { removeRow, showRow } from '../../model/removedRows'
import { moveRow } from '../../model/rowOrder'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { CoText } from '../fields/CoText'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { useSessionSetting } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { focusQuietly } from '../shared/focusQuietly'
import { RemovedRows } from './RemovedRows'
import { rowTitle } from './rowTitle'
import { RowView } from './RowView'
import { fitsTable, gridColumns } from './tableLayout'
import { useRowDrag } from './useRowDrag'

type RowsKind = Extract<FieldKind, { kind: 'rows' }>


/** A list of rows: added, taken away, moved; a quiet table on wide screens, cards on phones. */
export function RowsField({ field, kind }: { field: FieldDefinition, kind: RowsKind }) {
  const { t, own } = useWords()
  const { document, canWrite, told, removal, stand } = useModelEditing()
  const { details } = useSessionSetting()
  const announce = useAnnounce()
  const map = fieldMap(document.doc, field.id)
  useObserved(map)
  const rows = readRows(map)
  const list = useRef<HTMLOListElement>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  const asTable = fitsTable(kind.columns)
  const columns = { '--columns': gridColumns(kind.columns) } as CSSProperties

  const add = () => {
    // The first row of expectations is most often one's own unit's.
    const unit = kind.columns.some(column => column.id === 'unitId') && field.id === 'expectations'
      ? details.me.unitId
      : null
    const taken = rows.some(({ row }) => row.get('unitId') === unit)
    const id = document.prepare(() => makeRow(map, kind.columns, unit && !taken ? { unitId: unit } : {}))
    document.edit(() => showRow(map.get(id) as Row))
    setFresh(id)
  }
  const remove = (id: string) => {
    const index = rows.findIndex(row => row.id === id)
    const row = rows[index]?.row
    if (row === undefined) return
    document.edit(() => removeRow(row, removal()))
    told({
      text: t('rows.removed', { row: rowName(id), field: own(field.label) }),
      back: () => document.edit(() => showRow(row))
    })
    // To the row itself, where a key that is still held does nothing.
    const neighbour = rows[index + 1] ?? rows[index - 1]
    const place = neighbour
      ? list.current?.querySelector<HTMLElement>(`[data-row="${neighbour.id}"]`)
      : window.document.getElementById(`label-${field.id}`)
    focusQuietly(place)
  }
  const move = (id: string, to: number) => {
    if (to < 0 || to >= rows.length) return
    document.edit(() => {
      for (const [rowId, order] of moveRow(rows, id, to)) rows.find(row => row.id === rowId)?.row.set('order', order)
    })
    announce(t('rows.moved', { position: to + 1, all: rows.length }))
  }
  const rowName = (id: string) => {
    const index = rows.findIndex(row => row.id === id)
    return rowTitle(rows[index]?.row, kind.columns) ?? t('rows.number', { number: index + 1 })
  }
  const drag = useRowDrag(list, rows.map(row => row.id), move)
  const none = kind.noneBecause !== null ? noneBecauseText(document.doc, field.id) : null
  return (
    <div className="rows-field" style={columns}
      onFocus={event => { if (!(event.target instanceof HTMLTextAreaElement)) stand(field.id) }}
      onBlur={() => stand(null)}>
      {asTable && rows.length > 0 && <div className="rows-head" aria-hidden="true">
        <div className="row-cells">{kind.columns.map(column => (
          <span key={column.id} className={`cell-${column.kind.kind}`}>{own(column.label)}</span>
        ))}</div>
        {canWrite && <span className="row-controls-space" />}
      </div>}
      <ol ref={list} className={`rows ${asTable ? 'table' : 'cards'}`} aria-labelledby={`label-${field.id}`}
        data-testid={`rows-${field.id}`}>
        {rows.map(({ id, row }, index) => (
          <li key={id} data-row={id}
            className={`row ${drag.over === id ? `drop-${drag.side}` : ''} ${drag.dragged === id ? 'dragged' : ''}`}
            aria-label={rowName(id)} data-testid={`row-${field.id}`}>
            {!asTable && <p className="row-title" aria-hidden="true">{rowName(id)}</p>}
            <RowView field={field.id} id={id} row={row} columns={kind.columns} focusFirst={fresh === id} />
            {canWrite && <div className="row-controls">
              <span className="drag-handle" aria-hidden="true" onPointerDown={event => drag.start(event, id)}>
                <Icon name="grip" />
              </span>
              <button type="button" className="button quiet icon" disabled={index === 0}
                aria-label={t('rows.up', { row: rowName(id) })} onClick={() => move(id, index - 1)}
                data-testid="row-up"><Icon name="up" /></button>
              <button type="button" className="button quiet icon" disabled={index === rows.length - 1}
                aria-label={t('rows.down', { row: rowName(id) })} onClick={() => move(id, index + 1)}
                data-testid="row-down"><Icon name="down" /></button>
              <button type="button" className="button quiet icon" aria-label={t('rows.remove', { row: rowName(id) })}
                onClick={() => remove(id)} data-testid="row-remove"><Icon name="remove" /></button>
            </div>}
          </li>
        ))}
      </ol>
      <RemovedRows field={field} kind={kind} />
      {rows.length === 0 && !canWrite && <p className="quiet">{t('rows.empty')}</p>}
      {canWrite && (
        <p>
          <button type="button" id={`add-${field.id}`} className="button" onClick={add} data-testid={`add-${field.id}`}>
            <Icon name="plus" />
            <span>{t('rows.add')}<span className="visually-hidden"> {t('rows.addTo', { field: own(field.label) })}
            </span></span>
          </button>
        </p>
      )}
      {none && kind.noneBecause && rows.length === 0 && <div className="field none-because">
        <span className="label" id={`none-${field.id}`}>{own(kind.noneBecause)}</span>
        <CoText text={none} path={`${field.id}.noneBecause`} labelledBy={`label-${field.id} none-${field.id}`}
          lines={1} />
      </div>}
    </div>
  )
}
