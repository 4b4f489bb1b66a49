import { formatDate, monthName } from '../../model/dates'
import { entriesOf, type PlanYear } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'
import { FollowUpRow } from './FollowUpRow'

/** The whole year, month by month. The wheel's equal in words. */
export function YearCalendar({ year }: { year: PlanYear }) {
  const { t, language } = useWords()
  const months = Array.from({ length: 12 }, (_, index) => `${year.year}-${String(index + 1).padStart(2, '0')}`)
  const filled = months
    .map((month, index) => ({ month, name: monthName(index, language), entries: entriesOf(year, month) }))
    .filter(one => one.entries.length > 0)
  return (
    <section className="draft-section" aria-labelledby="calendar-heading" data-testid="year-calendar">
      <h2 id="calendar-heading">{t('year.calendar')}</h2>
      {filled.length === 0 && <p className="quiet">{t('year.calendar.none')}</p>}
      {filled.map(one => (
        <div key={one.month} className="stack">
          <h3 className="year-month">{one.name}</h3>
          <ul className="plain-list">{one.entries.map(entry => entry.kind === 'followUp'
            ? <FollowUpRow key={entry.key} followUp={entry.followUp} />
            : <li key={entry.key}><strong>{formatDate(entry.date, language)}</strong> {entry.kind === 'date'
              ? entry.title
              : t(`year.${entry.kind}`, { title: entry.title })}</li>)}</ul>
        </div>
      ))}
    </section>
  )
}
