import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { LoadPage } from '../ui/LoadPage'
import { PageTitle } from '../shared/PageTitle'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { CitizenGoal } from './CitizenGoal'

/** What a unit wants to reach with the citizens, what it tries and what came of it: for anybody, without signing in. */
export function CitizenPage({ weekId, unitId, isPreview }: { weekId: string, unitId: string, isPreview: boolean }) {
  const { t, own } = useWords()
  const { value: plan, error, reload } = useLoad(`citizens ${weekId} ${unitId} ${isPreview}`, () =>
    isPreview ? plans.citizenPreview(weekId, unitId) : plans.citizenPlan(weekId, unitId))
  if (plan === null) return <LoadPage error={error} onRetry={reload} />
  return (
    <main id="main" className="main stack-large citizen" tabIndex={-1}>
      <div className="page-head">
        {isPreview && <nav aria-label={t('crumbs')} className="no-print">
          <ol className="crumbs"><li><Link href={paths.plan(weekId, unitId)}>{t('week.plan')}</Link></li></ol>
        </nav>}
        {isPreview && <p className="notice" data-testid="citizen-preview">{t('citizen.preview')}</p>}
        {plan.notice !== undefined && <p className="notice warning">{plan.notice}</p>}
        <PageTitle title={plan.year === undefined
          ? t('citizen.title', { unit: plan.unitName })
          : t('citizen.titleYear', { unit: plan.unitName, year: plan.year })} />
        <p className="quiet">{plan.municipality}</p>
        {plan.introduction !== undefined && <p className="plan-text">{plan.introduction}</p>}
      </div>
      {plan.goals.length === 0 && <p className="empty">{t('citizen.noGoals')}</p>}
      {plan.goals.map(goal => <CitizenGoal key={goal.id} goal={goal} />)}
      {plan.status.length > 0 && <section className="draft-section" aria-labelledby="citizen-status">
        <h2 id="citizen-status">{t('citizen.status')}</h2>
        <ul className="stack">{plan.status.map((one, index) => (
          <li key={index}><strong>{one.objective}</strong>{one.state !== undefined && (
            <> <span className="tag">{own(one.state)}</span></>
          )}{one.text !== undefined && <p className="plan-text">{one.text}</p>}</li>
        ))}</ul>
      </section>}
      <p className="no-print">
        <button type="button" className="button" onClick={() => window.print()}>{t('draft.print')}</button>
      </p>
    </main>
  )
}
