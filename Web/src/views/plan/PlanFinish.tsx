import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/** The leader's word that the plan is finished, and the way to the next version. */
export function PlanFinish() {
  const { t } = useWords()
  const { view, busy, change } = usePlan()
  if (!view.mayChange) return null
  const { isFinished, version } = view.plan
  return (
    <section className="sheet stack no-print" aria-labelledby="finish-heading">
      <h2 id="finish-heading">{isFinished ? t('plan.finished', { version }) : t('plan.finish.title')}</h2>
      <p>{t(isFinished ? 'plan.reopen.text' : 'plan.finish.text')}</p>
      <p>{isFinished
        ? <button type="button" className="button" disabled={busy} data-testid="plan-reopen"
            onClick={() => void change(plans.reopenPlan, t('plan.reopened'))}>{t('plan.reopen')}</button>
        : <button type="button" className="button primary" disabled={busy} data-testid="plan-finish"
            onClick={() => void change(plans.finishPlan, t('plan.finished', { version: version + 1 }))}>
          {t('plan.finish', { version: version + 1 })}
        </button>}
      </p>
    </section>
  )
}
