import { formatDate, todayInDenmark } from '../../model/dates'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { usePlan } from './PlanContext'

/** What was done to the plan, newest first; what came in as a whole can be taken back as a whole. */
export function PlanHistory() {
  const { t, language } = useWords()
  const { view, canWrite, busy, change } = usePlan()
  const { weekId, unitId, revision } = view.plan
  const { value: changes } = useLoad(`changes ${weekId} ${unitId} ${revision}`, () => plans.planChanges(weekId, unitId))
  if (changes === null || changes.length === 0) return null
  const undone = new Set(changes.map(one => one.undoes))
  return (
    <details className="no-print" data-testid="plan-history">
      <summary>{t('plan.history')}</summary>
      <ol className="plain-list">{changes.map(one => (
        <li key={one.revision} data-testid={`change-${one.revision}`}>
          {t(`plan.change.${one.kind}`, { version: one.version ?? 0, count: one.edits.length })}
          {' '}<span className="quiet">{one.by}, {formatDate(todayInDenmark(new Date(one.at)), language)}</span>
          {canWrite && one.edits.length > 0 && !undone.has(one.revision) && (
            <>{' '}<button type="button" className="button quiet" disabled={busy} data-testid={`undo-${one.revision}`}
              aria-label={t('plan.undoChange.of', {
                change: t(`plan.change.${one.kind}`, { version: one.version ?? 0, count: one.edits.length })
              })}
              onClick={() => void change(place => plans.undoPlanChange(place, one.revision), t('plan.undone'))}>
              {t('plan.undoChange')}
            </button></>
          )}
        </li>
      ))}</ol>
    </details>
  )
}
