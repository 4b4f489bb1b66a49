import { clockOf, type AgendaTimes } from '../../model/agenda'
import { formatTime } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'

/** Whether the minutes add up: the whole, when it ends, and how that fits the end that was promised. */
export function AgendaSum({ times }: { times: AgendaTimes }) {
  const { t, language } = useWords()
  const { details } = useSessionSetting()
  const { total, ends, over } = times
  const clock = (minutes: number) => formatTime(clockOf(minutes), language)
  return (
    <p className={over !== null && over > 0 ? 'notice warning' : 'notice'} role="status" data-testid="agenda-sum">
      <span>
        {t('agendaEdit.total', { count: total })}
        {ends !== null && ` · ${t('agendaEdit.ends', { time: clock(ends) })}`}
      </span>
      {over !== null
        && <strong>{over > 0 ? t('agendaEdit.over', { count: over, time: formatTime(details.endsAt, language) })
          : over < 0
          ? t('agendaEdit.left', { count: -over, time: formatTime(details.endsAt, language) })
          : t('agendaEdit.fits')}</strong>}
    </p>
  )
}
