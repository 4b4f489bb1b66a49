import type { DraftGap } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { jump } from '../model/jump'
import { Link } from '../ui/Link'
import { useDraft } from './DraftContext'

/** What has to be in place before the plan can be finished: a list to work through, each with what to do. */
export function DraftGaps() {
  const { t } = useWords()
  const { draft } = useDraft()
  return (
    <section className="sheet gaps" aria-labelledby="gaps-heading" data-testid="gaps">
      <h2 id="gaps-heading">
        {draft.gaps.length === 0 ? t('gaps.none') : t('gaps.title', { count: draft.gaps.length })}
      </h2>
      {draft.gaps.length === 0
        ? <p>{t('gaps.none.text')}</p>
        : <ol>{draft.gaps.map((gap, index) => <Gap key={index} gap={gap} />)}</ol>}
    </section>
  )
}

function Gap({ gap }: { gap: DraftGap }) {
  const { t, own } = useWords()
  const { draft } = useDraft()
  const { goalId, modelId, signId, trialActionId, milestoneId } = gap.place
  const goal = draft.goals.find(one => one.id === goalId
    || one.signs.some(sign => sign.id === signId)
    || one.trialActions.some(action => action.id === trialActionId && !action.toldUnder)
    || one.milestones.some(milestone => milestone.id === milestoneId))
  const place = goal ? `goal-${goal.id}` : modelId ? `agreement-${modelId}` : null
  const model = draft.collaborations.find(one => one.modelId === modelId)
  return (
    <li data-testid="gap" data-kind={gap.kind}>
      <p className="gap-sentence">{own(gap.sentence)}</p>
      <p className="quiet">{own(gap.remedy)}</p>
      <p className="cluster no-print gap-links">
        {place && <a href={`#${place}`} onClick={event => jump(event, place)}>{t('gaps.see')}</a>}
        {model?.sessionId && <Link href={paths.model(model.sessionId, model.modelId)}>{t('gaps.open')}</Link>}
      </p>
    </li>
  )
}
