import { formatDate } from '../../model/dates'
import { gapsAt, type DraftGoal } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { Fact } from './Fact'
import { GapNotes } from './GapNotes'
import { MilestoneTable } from './MilestoneTable'
import { SignTable } from './SignTable'
import { TrialActions } from './TrialActions'
import { useDraft } from './DraftContext'

/** The unit's own goals, made concrete. */
export function DraftGoals() {
  const { t } = useWords()
  const { draft, onlyGaps } = useDraft()
  const goals = draft.goals.filter(goal => !onlyGaps || gapsOf(goal, draft).length > 0)
  if (goals.length === 0 && onlyGaps) return null
  return (
    <section className="draft-section" aria-labelledby="goals-heading">
      <h2 id="goals-heading">2. {t('draft.goals')}</h2>
      {goals.length === 0 && <p className="empty">{t('draft.noGoals')}</p>}
      {goals.map(goal => <Goal key={goal.id} goal={goal} />)}
    </section>
  )
}

function gapsOf(goal: DraftGoal, draft: Parameters<typeof gapsAt>[0]) {
  return gapsAt(draft, place => place.goalId === goal.id || goal.signs.some(sign => sign.id === place.signId)
    || goal.trialActions.some(action => !action.toldUnder && action.id === place.trialActionId)
    || goal.milestones.some(one => one.id === place.milestoneId))
}

function Goal({ goal }: { goal: DraftGoal }) {
  const { t, own, language } = useWords()
  const { draft, onlyGaps } = useDraft()
  const type = goal.isMeasurable && goal.isNoticeable
    ? t('goal.both')
    : goal.isMeasurable ? t('goal.measurable') : goal.isNoticeable ? t('goal.noticeable') : ''
  const baseline = goal.baseline
  const measured =
    [baseline?.value, baseline?.measuredOn ? formatDate(baseline.measuredOn, language) : ''].filter(Boolean).join(', ')
  const source = baseline?.source ? ` (${t('draft.source', { source: baseline.source })})` : ''
  return (
    <article className="draft-item" id={`goal-${goal.id}`} tabIndex={-1} aria-labelledby={`goal-title-${goal.id}`}
      data-testid={`goal-${goal.id}`}>
      <h3 id={`goal-title-${goal.id}`}><span className="draft-label">{goal.label}</span> {goal.text}</h3>
      <GapNotes gaps={gapsOf(goal, draft)} />
      {!onlyGaps && <>
        <dl className="facts">
          <Fact label={t('goal.type')} required>{type}</Fact>
          <Fact label={t('goal.deadlineLabel')} required>{goal.deadline && formatDate(goal.deadline, language)}</Fact>
          <Fact label={t('goal.objective')} required>{goal.objectives.map(one => one.text).join(' / ')}</Fact>
          <Fact label={t('coverage.group')}>{goal.citizenGroup?.text}</Fact>
          <Fact label={t('goal.howWorkedOn')}>{goal.levelDecisions
            ?.map(one => `${own(one.label)}${one.reason === undefined ? '' : `: ${one.reason}`} (${one.sessionTitle})`)
            .join('; ')}</Fact>
          <Fact label={t('goal.current')} required>{goal.currentSituation}</Fact>
          <Fact label={t('goal.desired')} required>{goal.desiredSituation}</Fact>
          {(baseline?.needed === true || baseline?.value) && (
            <Fact label={t('goal.baseline')} required>{baseline.value ? measured + source : ''}</Fact>
          )}
        </dl>
        <TrialActions title={t('draft.trialActions')} actions={goal.trialActions} required />
        <SignTable signs={goal.signs} />
        <MilestoneTable milestones={goal.milestones} />
      </>}
    </article>
  )
}
