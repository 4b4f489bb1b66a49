import { formatDate, monthName } from '../../model/dates'
import { ofMonth, type PlanYear } from '../../model/planYear'
import { useWords } from '../app/LanguageContext'
import { FollowUpRow } from './FollowUpRow'

/** The whole year, month by month. The wheel's equal in words. */
export function YearCalendar({ year }: { year: PlanYear }) {
  const { t, language } = useWords()
  const months = Array.from({ length: 12 }, (_, index) => `${year.year}-${String(index + 1).padStart(2, '0')}`)
  const filled = months.map((month, index) => ({ month, name: monthName(index, language), ...ofMonth(year, month), begins: year.trialActions.filter(one => one.start?.startsWith(month)), ends: year.trialActions.filter(one => one.end?.startsWith(month)) }))
    .filter(one => one.followUps.length + one.dates.length + one.begins.length + one.ends.length > 0)
  return (
    <section className="draft-section" aria-labelledby="calendar-heading" data-testid="year-calendar">
      <h2 id="calendar-heading">{t('year.calendar')}</h2>
      {filled.length === 0 && <p className="quiet">{t('year.calendar.none')}</p>}
      {filled.map(one => (
        <div key={one.month} className="stack">
          <h3>{one.name}</h3>
          <ul className="plain-list">
            {one.followUps.map(followUp => <FollowUpRow key={followUp.id} followUp={followUp} />)}
            {one.dates.map(date => <li key={`${date.id} ${date.section}`}><strong>{formatDate(date.date, language)}</strong> {date.title}</li>)}
            {one.begins.map(action => <li key={`${action.id} start`}><strong>{formatDate(action.start, language)}</strong> {t('year.begins', { title: action.title })}</li>)}
            {one.ends.map(action => <li key={`${action.id} end`}><strong>{formatDate(action.end, language)}</strong> {t('year.ends', { title: action.title })}</li>)}
          </ul>
        </div>
      ))}
    </section>
  )
}
