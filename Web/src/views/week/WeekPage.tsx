import { formatPeriod, isoWeek } from '../../model/dates'
import { api } from '../../net/api'
import { removable } from '../../net/removals'
import { documents } from '../../net/documents'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { useMe } from '../shared/MeContext'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { navigate } from '../shared/useRoute'
import { RemoveThing } from '../removal/RemoveThing'
import { WeekExportPanel } from '../exports/WeekExportPanel'
import { Link } from '../ui/Link'
import { CollaborationMap } from './CollaborationMap'
import { CoverageTable } from './CoverageTable'
import { CreateSession } from './CreateSession'
import { FollowUpDays } from './FollowUpDays'
import { LeaderRequests } from './LeaderRequests'
import { MakeAgreements } from './MakeAgreements'
import { NamesDay } from './NamesDay'
import { Programme } from './Programme'
import { WeekStatus } from './WeekStatus'
import { UnitDrafts } from './UnitDrafts'

/** A development week: its programme, what is decided for whom, drafts, and what it is made from. */
export function WeekPage({ weekId }: { weekId: string }) {
  const { t, language } = useWords()
  const { grants } = useMe()
  const { value: week, error, reload } = useLoad(`week ${weekId}`, () => api.week(weekId))
  if (week === null || grants === null) return <LoadPage error={error} onRetry={reload} />
  const administers = grants.some(grant => grant.role === 'administrator')
  const facilitates = administers || grants.some(grant => grant.role === 'facilitator' && grant.weekId === weekId)
  const mayLearn = administers || grants.some(grant => grant.role === 'leader' && grant.weekId === week.id)
  // What is counted over the week would be wrong for who sees a part of it.
  const seesAll = week.sessions.every(session => session.mayEnter)
  const number = week.start ? isoWeek(week.start) : null
  return (
    <main id="main" className="main stack-large week" tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')} className="no-print">
          <ol className="crumbs"><li><Link href={paths.weeks()}>{t('weeks.title')}</Link></li></ol>
        </nav>
        <PageTitle title={week.title} />
        <p className="quiet">{[week.municipality?.name, formatPeriod(week.start, week.end, language), number !== null
          ? t('date.week', { week: number })
          : ''].filter(Boolean).join(' · ')}</p>
      </div>
      <Programme week={week} />
      <p className="cluster no-print">
        <Link href={paths.marketplace(week.id)} data-testid="week-marketplace">{t('market.link')}</Link>
        {administers && <Link href={paths.basis(week.id)} data-testid="week-basis">{t('basis.link')}</Link>}
      </p>
      {administers && <LeaderRequests weekId={week.id} />}
      {facilitates && <CreateSession week={week} onCreated={reload} />}
      {seesAll && <>
        <CoverageTable week={week} />
        <WeekStatus week={week} />
        <div className="no-print"><CollaborationMap week={week} /></div>
      </>}
      {mayLearn && <p className="cluster no-print">
        {administers && (
          <Link href={paths.objectives(week.id)} data-testid="week-objectives">{t('objectives.link')}</Link>
        )}
        <Link href={paths.learning(week.id)} data-testid="week-learning">{t('learning.title')}</Link>
      </p>}
      <div className="stack-large no-print">
        <UnitDrafts week={week} grants={grants} />
        {facilitates && <WeekExportPanel weekId={week.id} />}
        {administers && <MakeAgreements week={week} />}
        {administers && <FollowUpDays week={week} onChanged={reload} />}
        {administers && <NamesDay week={week} onChanged={reload} />}
        {administers && <RemoveThing kind="week" removable={removable.week(week.id)}
          onRemoved={() => navigate(paths.weeks())} />}
      </div>
      {facilitates && (
        <p className="no-print cluster"><button type="button" className="button" onClick={() => window.print()}
          data-testid="week-print">{t('week.print')}</button>
          {administers && <a className="button" href={documents.week(week.id)} download={`${week.id}.json`}
            data-testid="week-export">{t('week.export')}</a>}
        </p>
      )}
    </main>
  )
}
