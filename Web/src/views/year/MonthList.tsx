import { formatDate } from '../../model/dates'
import { nextFollowUp, ofMonth, overdue, type PlanYear } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'
import { FollowUpRow } from './FollowUpRow'

/** What is to be done this month, and what should have been done before. */
export function MonthList({ year, today }: { year: PlanYear, today: string }) {
  const { t, own, language } = useWords()
  const { followUps, dates } = ofMonth(year, today.slice(0, 7))
  const late = overdue(year, today).filter(one => !one.date.startsWith(today.slice(0, 7)))
  const next = nextFollowUp(year, today)
  const isEmpty = followUps.length === 0 && dates.length === 0 && late.length === 0
  return (
    <section className="sheet stack" aria-labelledby="month-heading" data-testid="this-month">
      <h2 id="month-heading">{t('year.thisMonth')}</h2>
      {isEmpty && <p className="quiet">{t('year.thisMonth.none')}</p>}
      {isEmpty && next !== undefined && (
        <p>{t('year.next', { date: formatDate(next.date, language), title: own(next.title) })}</p>
      )}
      {late.length > 0 && <>
        <h3>{t('year.late')}</h3>
        <ul className="plain-list">{late.map(one => <FollowUpRow key={one.id} followUp={one} />)}</ul>
      </>}
      {followUps.length > 0 && (
        <ul className="plain-list">{followUps.map(one => <FollowUpRow key={one.id} followUp={one} />)}</ul>
      )}
      {dates.length > 0 && <ul className="plain-list">{dates.map(one => (
        <li key={`${one.id} ${one.section}`}><strong>{formatDate(one.date, language)}</strong> {one.title}</li>
      ))}</ul>}
    </section>
  )
}
