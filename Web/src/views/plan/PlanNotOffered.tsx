import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/** What the draft has and doesn't offer, each with why; what was refused can still be taken. */
export function PlanNotOffered() {
  const { t, own } = useWords()
  const { view, canWrite, busy, decide } = usePlan()
  const told = view.notOffered.filter(one => one.reason !== 'same')
  const same = view.notOffered.length - told.length
  return (
    <details className="no-print" data-testid="plan-not-offered">
      <summary>{t('plan.notOffered', { count: view.notOffered.length })}</summary>
      <ul className="plain-list">
        {same > 0 && <li>{t('plan.notOffered.same', { count: same })}</li>}
        {told.map(one => (
          <li key={`${one.sourceId} ${one.reason}`} data-reason={one.reason}>
            <strong>{one.title || t('plan.untitled')}</strong> <span className="quiet">{own(one.sentence)}</span>{' '}
            {one.reason === 'refused' && canWrite && <button type="button" className="button quiet" disabled={busy}
              aria-label={t('plan.takeAfterAll.of', { title: one.title })}
              onClick={() => void decide([{ sourceId: one.sourceId, choice: 'take' }], t('plan.decided.take'))}>
              {t('plan.takeAfterAll')}
            </button>}
          </li>
        ))}
      </ul>
    </details>
  )
}
