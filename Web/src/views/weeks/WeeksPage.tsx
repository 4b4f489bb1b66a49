import { formatPeriod, isoWeek } from '../../model/dates'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { CreateWeek } from './CreateWeek'
import { ImportWeek } from './ImportWeek'

/** The weeks one has something to do with. The administrator makes new ones here. */
export function WeeksPage() {
  const { t, language } = useWords()
  const { grants } = useMe()
  const weeks = useLoad('weeks', api.weeks)
  if (weeks.value === null || grants === null) return <LoadPage error={weeks.error} onRetry={weeks.reload} />
  const administers = grants.some(grant => grant.role === 'administrator')
  return (
    <main id="main" className="main reading stack-large" tabIndex={-1}>
      <div><PageTitle title={t('weeks.title')} /></div>
      {weeks.value.length === 0 && <div className="empty" data-testid="weeks-empty">
        <strong>{t('weeks.empty')}</strong>
        <p>{t(administers ? 'weeks.empty.administrator' : 'weeks.empty.other')}</p>
      </div>}
      <ul className="stack" data-testid="weeks">
        {weeks.value.map(week => {
          const number = week.start ? isoWeek(week.start) : null
          return (
            <li key={week.id} className="sheet week-listing">
              <h2><Link href={paths.week(week.id)}>{week.title}</Link></h2>
              <p className="quiet">{[formatPeriod(week.start, week.end, language), number !== null
                ? t('date.week', { week: number })
                : '', t('weeks.sessions', { count: week.sessions })].filter(Boolean).join(' · ')}</p>
            </li>
          )
        })}
      </ul>
      {administers && <>
        <CreateWeek />
        <ImportWeek />
      </>}
    </main>
  )
}
