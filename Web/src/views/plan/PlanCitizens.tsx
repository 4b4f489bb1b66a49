import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { CopyField } from '../ui/CopyField'
import { Link } from '../ui/Link'
import { usePlan } from './PlanContext'

/** What citizens can read of the plan: the leader looks at it first, then shows it, and can take it away again. */
export function PlanCitizens() {
  const { t } = useWords()
  const { view, busy, change } = usePlan()
  if (!view.mayChange) return null
  const { weekId, unitId, isFinished, shownToCitizens } = view.plan
  const isShown = shownToCitizens !== undefined
  return (
    <section className="sheet stack no-print" aria-labelledby="citizens-heading" data-testid="plan-citizens">
      <h2 id="citizens-heading">{t('plan.citizens')}</h2>
      <p>{t('plan.citizens.text')}</p>
      <p><Link href={paths.citizenPreview(weekId, unitId)}
        data-testid="citizens-preview">{t('plan.citizens.preview')}</Link></p>
      {isShown && (
        <CopyField label={t('plan.citizens.address')} value={window.location.origin + paths.citizens(weekId, unitId)} />
      )}
      {!isFinished && <p className="hint">{t(isShown ? 'plan.citizens.unchanged' : 'plan.citizens.unfinished')}</p>}
      <div className="cluster">
        {isFinished && (
          <button type="button" className="button" disabled={busy} data-testid="citizens-show"
            onClick={() => void change(plans.showCitizens, t('plan.citizens.shown'))}>
            {t(isShown ? 'plan.citizens.again' : 'plan.citizens.show')}
          </button>
        )}
        {isShown && (
          <button type="button" className="button quiet" disabled={busy} data-testid="citizens-hide" onClick={() =>
            void change(plans.hideFromCitizens, t('plan.citizens.hidden'))}>{t('plan.citizens.hide')}</button>
        )}
      </div>
    </section>
  )
}
