import { formatDate } from '../../model/dates'
import { progress } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/** How far the leader has come with the draft, and what to show. */
export function PlanProgress({ onlyOpen, onOnlyOpen }: { onlyOpen: boolean, onOnlyOpen: (only: boolean) => void }) {
  const { t, language } = useWords()
  const { view } = usePlan()
  const { decided, all } = progress(view)
  return (
    <section className="stack no-print" aria-label={t('plan.progress')}>
      <p className="plan-progress">
        <label htmlFor="plan-progress" data-testid="plan-progress">{t('plan.progress.text', { decided, all })}</label>
        <progress id="plan-progress" value={decided} max={Math.max(all, 1)} />
      </p>
      <p className="quiet small">
        {t('plan.sources')} {view.sources.map(source => [
          source.title, source.date ? formatDate(source.date, language) : '',
          source.isEnded ? t('plan.sourceEnded') : '',
        ].filter(Boolean).join(', ')).join('; ')}
      </p>
      <div className="draft-tools">
        <div role="group" aria-label={t('draft.show')} className="segmented">
          <button type="button" className="button" aria-pressed={!onlyOpen} onClick={() => onOnlyOpen(false)}
            data-testid="plan-all">{t('plan.all')}</button>
          <button type="button" className="button" aria-pressed={onlyOpen} onClick={() => onOnlyOpen(true)}
            data-testid="plan-only-open">{t('plan.onlyOpen', { count: all - decided })}</button>
        </div>
        <button type="button" className="button" onClick={() => window.print()}>{t('draft.print')}</button>
      </div>
    </section>
  )
}
