import { useWords } from '../shared/LanguageContext'
import { jump } from '../model/jump'
import { usePlan } from './PlanContext'

/** What a leader has to look at before the plan is finished, each with what to do. */
export function PlanRemainingList() {
  const { t, own } = useWords()
  const { view } = usePlan()
  if (view.plan.isFinished) return null
  const { remaining } = view
  return (
    <section className="sheet gaps" aria-labelledby="remaining-heading" data-testid="plan-remaining">
      <h2 id="remaining-heading">
        {remaining.length === 0 ? t('plan.remaining.none') : t('plan.remaining', { count: remaining.length })}
      </h2>
      {remaining.length > 0 && <ol>{remaining.map((one, index) => (
        <li key={index} data-testid="remaining" data-kind={one.kind}>
          <p className="gap-sentence">{own(one.sentence)}</p>
          <p className="quiet">{own(one.remedy)} {one.itemId !== undefined && <a className="no-print"
            href={`#item-${one.itemId}`} onClick={event => jump(event, `item-${one.itemId}`)}>{t('gaps.see')}</a>}</p>
        </li>
      ))}</ol>}
    </section>
  )
}
