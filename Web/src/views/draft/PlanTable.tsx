import type { ReactNode } from 'react'
import { useWords } from '../shared/LanguageContext'

interface PlanColumn { label: string, required?: boolean }

/** A table of the plan: rows of cells on wide screens and paper, a card a row on phones. */
export function PlanTable({ caption, columns, rows }: {
  caption: string, columns: readonly PlanColumn[], rows: readonly { id: string, cells: readonly ReactNode[] }[]
}) {
  const { t } = useWords()
  if (rows.length === 0) return null
  return (
    <table className={`plan-table ${columns.length > 5 ? 'dense' : ''}`} role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup"><tr role="row">{columns.map(column => (
        <th key={column.label} role="columnheader" scope="col">{column.label}</th>
      ))}</tr></thead>
      <tbody role="rowgroup">{rows.map(row => (
        <tr key={row.id} role="row">{row.cells.map((cell, index) => {
          const column = columns[index]
          const empty = cell === undefined || cell === null || cell === ''
          return <td key={index} role="cell" data-label={column?.label}>
            {empty ? column?.required ? <span className="lacking-mark">{t('field.missing')}</span> : '' : cell}
          </td>
        })}</tr>
      ))}</tbody>
    </table>
  )
}
