import { useState } from 'react'
import { partsOf, type ProfileId } from '../../model/goalPlan'
import { documents } from '../../net/documents'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { DocumentDownloads } from '../exports/DocumentDownloads'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { PlanBring } from './PlanBring'
import { PlanCitizens } from './PlanCitizens'
import { PlanContents } from './PlanContents'
import { PlanContext } from './PlanContext'
import { PlanFinish } from './PlanFinish'
import { PlanHistory } from './PlanHistory'
import { PlanNotOffered } from './PlanNotOffered'
import { PlanPartView } from './PlanPartView'
import { PlanProfileChoice } from './PlanProfileChoice'
import { PlanProgress } from './PlanProgress'
import { PlanRemainingList } from './PlanRemainingList'
import { usePlanAccess } from './usePlanAccess'

/** A leader's goal plan, with what the week's draft offers beside it. Printed, it is the plan. */
export function PlanPage({ weekId, unitId }: { weekId: string, unitId: string }) {
  const { t, own } = useWords()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [shownAs, setShownAs] = useState<ProfileId | undefined>(undefined)
  const { loaded, failure, access } = usePlanAccess(weekId, unitId, { profile: shownAs, onlyOpen })
  if (access === null) return <LoadPage error={loaded.error} onRetry={loaded.reload} />
  const { view } = access
  const parts = partsOf(view)
  const name = own(view.profile.title)
  const title = view.year !== undefined
    ? t('plan.titleYear', { name, year: view.year, unit: view.unit.name })
    : t('plan.title', { name, unit: view.unit.name })
  const version = view.plan.isFinished ? view.plan.version : view.plan.version + 1
  return (
    <PlanContext.Provider value={access}>
      <main id="main" className="main plan stack-large" tabIndex={-1}>
        <div className="page-head">
          <nav aria-label={t('crumbs')} className="no-print"><ol className="crumbs">
            <li><Link href={paths.week(weekId)}>{view.weekTitle}</Link></li>
            <li><Link href={paths.draft(weekId, unitId)}>{t('week.draft')}</Link></li>
          </ol></nav>
          <p className="draft-mark" data-testid="plan-state">
            {t(view.plan.isFinished ? 'plan.finished' : 'plan.underway', { version })}
          </p>
          <PageTitle title={title} />
          <p className="no-print">
            <Link href={paths.year(weekId, unitId)} data-testid="plan-to-year">{t('plan.toYear')}</Link>
          </p>
        </div>
        {failure !== null && <ProblemNotice error={failure} focus />}
        <PlanProfileChoice onShow={setShownAs} />
        <PlanProgress onlyOpen={onlyOpen} onOnlyOpen={setOnlyOpen} />
        {!onlyOpen && <PlanContents parts={parts} />}
        {parts.map(part => <PlanPartView key={`${view.profile.id} ${part.id}`} part={part} />)}
        <PlanRemainingList />
        {!onlyOpen && <>
          <PlanFinish />
          <PlanCitizens />
          <DocumentDownloads name={unitId}
            addressOf={(format, query) => documents.plan(weekId, unitId, format, query)} />
          <PlanNotOffered />
          <PlanBring />
          <PlanHistory />
        </>}
      </main>
    </PlanContext.Provider>
  )
}
