import { useState } from 'react'
import { plans } from '../../net/plans'
import { documents } from '../../net/documents'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { useMe } from '../shared/MeContext'
import { DocumentDownloads } from '../exports/DocumentDownloads'
import { Link } from '../ui/Link'
import { DraftContext } from './DraftContext'
import { DraftCollaborations } from './DraftCollaborations'
import { DraftBasis } from './DraftBasis'
import { DraftGaps } from './DraftGaps'
import { DraftGoals } from './DraftGoals'
import { DraftHead } from './DraftHead'
import { DraftLists } from './DraftLists'
import { DraftOthers } from './DraftOthers'

/** A leader's draft of the unit's goal plan, as a page to read; printed, it is the plan. */
export function DraftPage({ weekId, unitId }: { weekId: string, unitId: string }) {
  const { t } = useWords()
  const { grants } = useMe()
  const { value: draft, error, reload } = useLoad(`draft ${weekId} ${unitId}`, () => plans.draft(weekId, unitId))
  const [onlyGaps, setOnlyGaps] = useState(false)
  if (draft === null) return <LoadPage error={error} onRetry={reload} />
  const title = draft.year !== undefined
    ? t('draft.titleYear', { year: draft.year, unit: draft.unit.name })
    : t('draft.title', { unit: draft.unit.name })
  const seesWeek = (grants ?? []).some(grant => grant.role !== 'participant')
  return (
    <DraftContext.Provider value={{ draft, onlyGaps }}>
      <main id="main" className="main reading draft stack-large" tabIndex={-1}>
        <div className="page-head">
          <nav aria-label={t('crumbs')} className="no-print"><ol className="crumbs">{seesWeek
            ? <li><Link href={paths.week(weekId)}>{draft.weekTitle}</Link></li>
            : <li>{draft.weekTitle}</li>}</ol></nav>
          <p className="draft-mark">{t('draft.mark')}</p>
          <PageTitle title={title} />
        </div>
        <div className="draft-tools no-print">
          <div role="group" aria-label={t('draft.show')} className="segmented">
            <button type="button" className="button" aria-pressed={!onlyGaps} onClick={() => setOnlyGaps(false)}
              data-testid="draft-all">{t('draft.all')}</button>
            <button type="button" className="button" aria-pressed={onlyGaps} onClick={() => setOnlyGaps(true)}
              data-testid="draft-only-gaps">{t('draft.onlyGaps', { count: draft.gaps.length })}</button>
          </div>
          <div className="cluster">
            <Link className="button primary" href={paths.plan(weekId, unitId)} data-testid="draft-plan">
              {t('draft.openPlan')}
            </Link>
            <button type="button" className="button" onClick={() => window.print()}>{t('draft.print')}</button>
          </div>
        </div>
        <DocumentDownloads name={unitId}
          addressOf={(format, query) => documents.draft(weekId, unitId, format, query)} />
        <DraftGaps />
        {!onlyGaps && <>
          <DraftHead />
          <DraftBasis />
        </>}
        <DraftGoals />
        <DraftCollaborations />
        {!onlyGaps && <>
          <DraftLists />
          <DraftOthers />
        </>}
      </main>
    </DraftContext.Provider>
  )
}
