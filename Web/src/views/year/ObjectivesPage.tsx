import { formatDate } from '../../model/dates'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { ObjectiveCoverage } from './ObjectiveCoverage'
import { ObjectiveStatusView } from './ObjectiveStatusView'

/**
 * Every objective: the years it was worked on, and what the units say of it. Printed, it is the status to the council.
 */
export function ObjectivesPage({ weekId }: { weekId: string }) {
  const { t, language } = useWords()
  const { value: report, error, reload } = useLoad(`objectives ${weekId}`, () => plans.objectives(weekId))
  if (report === null) return <LoadPage error={error} onRetry={reload} />
  return (
    <main id="main" className="main stack-large objectives" tabIndex={-1}>
      <div className="page-head">
        <nav aria-label={t('crumbs')} className="no-print">
          <ol className="crumbs"><li><Link href={paths.week(weekId)}>{t('learning.week')}</Link></li></ol>
        </nav>
        <PageTitle title={t('objectives.title')} />
        <p className="quiet">{t('objectives.text')}</p>
        {report.decidedBy !== undefined && <p data-testid="objectives-selection">
          {t('objectives.selection', { by: report.decidedBy, date: formatDate(report.decidedOn, language) })}
          {report.dialogueWith.length > 0 && ` ${t('objectives.dialogue', { with: report.dialogueWith.join(', ') })}`}
        </p>}
        <p className="no-print">
          <button type="button" className="button" onClick={() => window.print()}>{t('draft.print')}</button>
        </p>
      </div>
      <ObjectiveCoverage report={report} />
      {report.objectives.map(objective => <ObjectiveStatusView key={objective.objectiveId} objective={objective} />)}
    </main>
  )
}
