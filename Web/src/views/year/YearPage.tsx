import { useEffect } from 'react'
import { todayInDenmark } from '../../model/dates'
import { plans } from '../../net/plans'
import { documents } from '../../net/documents'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { DocumentDownloads } from '../exports/DocumentDownloads'
import { PlanContext } from '../plan/PlanContext'
import { PlanSectionView } from '../plan/PlanSectionView'
import { usePlanAccess } from '../plan/usePlanAccess'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { MonthList } from './MonthList'
import { SignCharts } from './SignCharts'
import { YearCalendar } from './YearCalendar'
import { YearWheel } from './YearWheel'

/** A unit's plan through the year: what is due, how the signs go, what was tried and learned. */
export function YearPage({ weekId, unitId }: { weekId: string, unitId: string }) {
  const { t } = useWords()
  const { loaded, failure, access } = usePlanAccess(weekId, unitId)
  const revision = access?.view.plan.revision ?? -1
  const { value: year, error, reload } = useLoad(`year ${weekId} ${unitId}`, () => plans.planYear(weekId, unitId))
  // The year follows from the plan; what it said stays on the page until the new one is there.
  useEffect(() => { if (revision >= 0) reload() }, [revision, reload])
  if (access === null) return <LoadPage error={loaded.error} onRetry={loaded.reload} />
  const { view } = access
  const title = year === null
    ? t('year.titleOf', { unit: view.unit.name })
    : t('year.title', { year: year.year, unit: view.unit.name })
  const today = todayInDenmark()
  return (
    <PlanContext.Provider value={access}>
      <main id="main" className="main plan year stack-large" tabIndex={-1}>
        <div className="page-head">
          <nav aria-label={t('crumbs')} className="no-print"><ol className="crumbs">
            <li><Link href={paths.week(weekId)}>{view.weekTitle}</Link></li>
            <li><Link href={paths.plan(weekId, unitId)}>{t('week.plan')}</Link></li>
          </ol></nav>
          <PageTitle title={title} />
        </div>
        {failure !== null && <ProblemNotice error={failure} focus />}
        {error !== null && <ProblemNotice error={error} />}
        {year !== null && <>
          <MonthList year={year} today={today} />
          <YearWheel year={year} today={today} />
          <SignCharts signs={year.signs} />
          <YearCalendar year={year} />
        </>}
        {view.sections.filter(section => section.isOfYear && section.id !== 'followUps').map(section => (
          <PlanSectionView key={section.id} section={section} content={{ section: section.id }} name={section.id} />
        ))}
        {year !== null && <DocumentDownloads
          addressOf={(format, query) => documents.annualReport(weekId, unitId, format, query)}
          name={`${unitId}-${year.year}`} title={t('year.report', { year: year.year })} />}
        <p className="no-print">
          <Link href={paths.learning(weekId)} data-testid="year-to-learning">{t('year.toLearning')}</Link>
        </p>
      </main>
    </PlanContext.Provider>
  )
}
