import { formatClock } from '../../model/dates'
import type { FieldDefinition, FieldKind } from '../../model/fieldDefinition'
import { rowWords } from '../../model/fieldWords'
import { fieldMap } from '../../model/layout'
import { removedRows, showRow, type Removal } from '../../model/removedRows'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { focusQuietly } from '../shared/focusQuietly'
import { useModelEditing } from '../model/ModelContext'
import { useFieldSpeech } from '../model/useFieldSpeech'
import { useSession } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import { rowTitle } from './rowTitle'

type RowsKind = Extract<FieldKind, { kind: 'rows' }>

/**
 * Rows that somebody took away, with all that was written in them, until the session
 * ends: who did it, and the way back.
 */
export function RemovedRows({ field, kind }: { field: FieldDefinition, kind: RowsKind }) {
  const { document } = useModelEditing()
  const gone = removedRows(fieldMap(document.doc, field.id), kind.columns)
  return gone.length === 0 ? null : <RemovedList field={field} kind={kind} gone={gone} />
}

function RemovedList({ field, kind, gone }: {
  field: FieldDefinition, kind: RowsKind, gone: ReturnType<typeof removedRows>
}) {
  const { t, own, language } = useWords()
  const { document, canWrite } = useModelEditing()
  const { view } = useSession()
  const { name } = usePeople()
  const speech = useFieldSpeech()
  const announce = useAnnounce()
  if (view.state.ended) return null
  const byWhom = ({ by, at }: Removal) => {
    const who = name(by) || t('rows.somebody')
    return at === 0 ? t('rows.removedBy', { who }) : t('rows.removedByAt', { who, time: formatClock(at, language) })
  }
  const bringBack = (id: string) => {
    const entry = gone.find(one => one.id === id)
    if (entry === undefined) return
    document.edit(() => showRow(entry.row))
    announce(t('rows.broughtBack', { field: own(field.label) }))
    requestAnimationFrame(() =>
      focusQuietly(window.document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)))
  }
  return (
    <details className="disclosure removed-rows no-print" data-testid={`removed-rows-${field.id}`}>
      <summary>{t('rows.removedList', { count: gone.length })}</summary>
      <ul className="listing">
        {gone.map(({ id, row, removal }) => (
          <li key={id} className="stack-small" data-testid="removed-row">
            <p className="cluster between">
              <span className="quiet">{byWhom(removal)}</span>
              {canWrite && <button type="button" className="button slim" onClick={() => bringBack(id)}
                data-testid="row-bring-back"
                aria-label={t('rows.bringBackNamed', { row: rowTitle(row, kind.columns) ?? t('rows.oneRow') })}>
                {t('rows.bringBack')}
              </button>}
            </p>
            <p className="value-text">{rowWords(row, kind.columns, speech)}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
