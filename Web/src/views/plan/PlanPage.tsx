import { useState } from 'react'
import { api } from '../../net/api'
import { Problem } from '../../net/problem'
import { useAnnounce } from '../app/Announcer'
import { useWords } from '../app/LanguageContext'
import { LoadPage } from '../app/LoadPage'
import { PageTitle } from '../app/PageTitle'
import { paths } from '../app/routes'
import { useLoad } from '../app/useLoad'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { PlanBring } from './PlanBring'
import { PlanContext, type PlanAccess } from './PlanContext'
import { PlanFinish } from './PlanFinish'
import { PlanHistory } from './PlanHistory'
import { PlanNotOffered } from './PlanNotOffered'
import { PlanProgress } from './PlanProgress'
import { PlanRemainingList } from './PlanRemainingList'
import { PlanSectionView } from './PlanSectionView'

/** A leader's goal plan, with what the week's draft offers beside it. Printed, it is the plan. */
export function PlanPage({ weekId, unitId }: { weekId: string, unitId: string }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const { value: view, error, reload, set } = useLoad(`plan ${weekId} ${unitId}`, () => api.plan(weekId, unitId))
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  if (view === null) return <LoadPage error={error} onRetry={reload} />

  const change: PlanAccess['change'] = async (run, said) => {
    setBusy(true)
    setFailure(null)
    try {
      set(await run({ week: weekId, unit: unitId, revision: view.plan.revision }))
      announce(said)
      return true
    } catch (problem) {
      setFailure(problem)
      // What somebody else did meanwhile is shown, so that the next try is made against it.
      if (problem instanceof Problem && [409, 412].includes(problem.status)) reload()
      return false
    } finally {
      setBusy(false)
    }
  }
  const access: PlanAccess = {
    view, onlyOpen, busy, change, canWrite: view.mayChange && !view.plan.isFinished,
    decide: (decisions, said) => change(place => api.importToPlan(place, view.draftVersion, decisions), said),
  }
  const title = view.year !== undefined ? t('draft.titleYear', { year: view.year, unit: view.unit.name }) : t('draft.title', { unit: view.unit.name })
  const version = view.plan.isFinished ? view.plan.version : view.plan.version + 1
  return (
    <PlanContext.Provider value={access}>
      <main id="main" className="main plan stack-large" tabIndex={-1}>
        <div className="page-head">
          <nav aria-label={t('crumbs')} className="no-print"><ol className="crumbs"><li>{view.weekTitle}</li><li><Link href={paths.draft(weekId, unitId)}>{t('week.draft')}</Link></li></ol></nav>
          <p className="draft-mark" data-testid="plan-state">{t(view.plan.isFinished ? 'plan.finished' : 'plan.underway', { version })}</p>
          <PageTitle title={title} />
        </div>
        {failure !== null && <ProblemNotice error={failure} focus />}
        <PlanProgress onlyOpen={onlyOpen} onOnlyOpen={setOnlyOpen} />
        {view.sections.map(section => <PlanSectionView key={section.id} section={section} />)}
        <PlanRemainingList />
        {!onlyOpen && <>
          <PlanFinish />
          <PlanNotOffered />
          <PlanBring />
          <PlanHistory />
        </>}
      </main>
    </PlanContext.Provider>
  )
}
