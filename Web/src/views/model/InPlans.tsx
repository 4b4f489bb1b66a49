import { plans as goalPlans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'

/** The goal plans that have taken something of the model and that one may read: the way on from what was agreed. */
export function InPlans({ modelId, contentVersion }: { modelId: string, contentVersion: string }) {
  const { t } = useWords()
  const { value: plans } = useLoad(`plans of ${modelId}`, () => goalPlans.plansOfModel(modelId))
  if (plans === null || plans.length === 0) return null
  return (
    <section className="model-section no-print" aria-labelledby="in-plans-heading" data-testid="in-plans">
      <h2 id="in-plans-heading">{t('model.inPlans')}</h2>
      <ul className="plain-list">{plans.map(plan => (
        <li key={`${plan.weekId} ${plan.unitId}`}>
          <Link href={paths.plan(plan.weekId, plan.unitId)}>{plan.unitName}</Link>
          {plan.contentVersion !== contentVersion && <span className="quiet"> · {t('model.inPlans.changed')}</span>}
        </li>
      ))}</ul>
    </section>
  )
}
