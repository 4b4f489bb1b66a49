import type { PointerEvent } from 'react'
import { clockOf } from '../../model/agenda'
import { formatTime } from '../../model/dates'
import type { Phase } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { phaseQuestion, phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { Icon } from '../ui/Icon'

interface Properties {
  phase: Phase
  index: number
  count: number
  /** How many of the first ones stay where they are. */
  fixed: number
  isNow: boolean
  /** Minutes since midnight. */
  start: number | null
  onGrip: (event: PointerEvent<HTMLElement>) => void
  onOpen: () => void
  onRemove: () => void
  onNudge: (by: -1 | 1) => void
}

/** One point of the programme with what can be done to it. */
export function AgendaItem(
  { phase, index, count, fixed, isNow, start, onGrip, onOpen, onRemove, onNudge }: Properties
) {
  const { t, language } = useWords()
  const { view } = useSession()
  const title = phaseTitle(phase, language)
  const question = phaseQuestion(phase, language)
  const models = view.models.filter(one => phase.modelIds?.includes(one.id))
    .map(one => one.title || t('model.untitled'))
  const begun = index < fixed
  return (
    <>
      <p className="agenda-when">
        {start !== null && <span>{formatTime(clockOf(start), language)}</span>}
        <span className="quiet">{t('agenda.minutes', { count: phase.minutes })}</span>
      </p>
      <div className="agenda-words">
        <p>
          <strong>{title}</strong>
          {begun && <span className="quiet small"> · {t(isNow ? 'agendaEdit.now' : 'agendaEdit.past')}</span>}
        </p>
        {question !== '' && <p className="quiet small">{question}</p>}
        {models.length > 0 && <p className="small">{t('agendaEdit.worksOn', { models: models.join(', ') })}</p>}
      </div>
      <div className="row-controls">
        {!begun && <span className="drag-handle" aria-hidden="true" onPointerDown={onGrip}
          data-testid={`agenda-grip-${phase.id}`}><Icon name="grip" /></span>}
        <button type="button" id={`agenda-open-${phase.id}`} className="button quiet"
          aria-label={t('agendaEdit.openNamed', { phase: title })} onClick={onOpen}
          data-testid={`agenda-open-${phase.id}`}>{t('agendaEdit.open')}</button>
        {!begun && <>
          <button type="button" id={`agenda-up-${phase.id}`} className="button quiet icon" disabled={index <= fixed}
            aria-label={t('rows.up', { row: title })} onClick={() => onNudge(-1)} data-testid={`agenda-up-${phase.id}`}>
            <Icon name="up" />
          </button>
          <button type="button" id={`agenda-down-${phase.id}`} className="button quiet icon"
            disabled={index === count - 1} aria-label={t('rows.down', { row: title })} onClick={() => onNudge(1)}
            data-testid={`agenda-down-${phase.id}`}><Icon name="down" /></button>
          <button type="button" className="button quiet icon" disabled={count === 1} aria-label={t('rows.remove', {
            row: title
          })} onClick={onRemove} data-testid={`agenda-remove-${phase.id}`}><Icon name="remove" /></button>
        </>}
      </div>
    </>
  )
}
