import { formatDate } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { MilestoneTable } from './MilestoneTable'
import { PlanTable } from './PlanTable'
import { SignTable } from './SignTable'
import { timelineWord } from './timelineWord'
import { TrialActions } from './TrialActions'
import { useDraft } from './DraftContext'

/** Tasks, timeline, resources, what was put aside, what the unit does for others' goals, and the place for approval. */
export function DraftLists() {
  const { t, own, language } = useWords()
  const { draft } = useDraft()
  const { contributions } = draft
  const contributes = contributions.trialActions.length + contributions.signs.length
    + contributions.milestones.length > 0
  return (
    <>
      {contributes && <section className="draft-section" aria-labelledby="contributions-heading">
        <h2 id="contributions-heading">{t('draft.contributions')}</h2>
        <TrialActions title={t('draft.trialActions')} actions={contributions.trialActions} />
        <SignTable signs={contributions.signs} />
        <MilestoneTable milestones={contributions.milestones} />
      </section>}
      <section className="draft-section" aria-labelledby="tasks-heading">
        <h2 id="tasks-heading">4. {t('draft.tasks', { unit: draft.unit.name })}</h2>
        {draft.tasks.length === 0 && <p className="quiet">{t('draft.noTasks')}</p>}
        <PlanTable caption={t('draft.tasksCaption')} columns={[
          { label: t('task.task') },
          { label: t('function'), required: true },
          { label: t('task.role') },
          { label: t('task.agreement') }
        ]}
          rows={draft.tasks.map((task, index) => ({
            id: String(index), cells: [task.activity, task.function, own(task.roleLabel), task.modelTitle]
          }))} />
      </section>
      {draft.timeline.length > 0 && <section className="draft-section" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">5. {t('draft.timeline')}</h2>
        <ol className="timeline">{draft.timeline.map((entry, index) => (
          <li key={index}><span className="timeline-date">{formatDate(entry.date, language)}</span>
            <span><span className="quiet">{timelineWord(entry.kind, t)}</span> {[entry.modelTitle, own(entry.text)]
              .filter(Boolean)
              .join(': ')}</span></li>
        ))}</ol>
      </section>}
      {(draft.resources.length > 0 || draft.parkedItems.length > 0) && (
        <section className="draft-section" aria-labelledby="resources-heading">
          <h2 id="resources-heading">6. {t('draft.resources')}</h2>
          <ul className="plain-list">{draft.resources.map((one, index) => <li key={index}>
            {[one.what, one.amount].filter(Boolean).join(': ')} <span className="quiet">({one.modelTitle})</span>
          </li>)}</ul>
          {draft.parkedItems.length > 0 && <><h3>{t('draft.parked')}</h3>
            <ul className="plain-list">
              {draft.parkedItems.map((one, index) => <li key={index}>{one.text} <span className="quiet">
                ({[one.sessionTitle, formatDate(one.due, language)].filter(Boolean).join(', ')})
              </span></li>)}
            </ul>
          </>}
        </section>
      )}
      <section className="draft-section approval" aria-labelledby="approval-heading">
        <h2 id="approval-heading">7. {t('draft.approval')}</h2>
        <PlanTable caption={t('draft.approvalCaption')}
          columns={[{ label: t('function') }, { label: t('milestone.date') }, { label: t('draft.remark') }]}
          rows={draft.approval.map((one, index) => ({
            id: String(index), cells: [one.function, formatDate(one.on, language), one.remark]
          }))} />
      </section>
    </>
  )
}
