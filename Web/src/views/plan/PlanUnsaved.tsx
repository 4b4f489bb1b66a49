import type { PlanSection } from '../../model/goalPlan'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { PlanItemForm } from './PlanItemForm'
import { usePlan } from './PlanContext'

/** What is being written and belongs to no item of the plan: a new item, or one that somebody took out meanwhile. */
export function PlanUnsaved({ id, section }: { id: string, section: PlanSection }) {
  const { t } = useWords()
  const { change, writing } = usePlan()
  const draft = writing.drafts[id]
  if (!draft) return null
  const wasRemoved = !id.startsWith('+')
  const save = async () => {
    const fields = Object.fromEntries(Object.entries(draft.texts).filter(([, text]) => text.trim() !== ''))
    const done = Object.keys(fields).length === 0
      || await change(place => plans.writePlan(place, { items: [{ section: section.id, fields }] }), t('plan.saved'))
    if (done) writing.end(id)
  }
  return (
    <div className="stack no-print">
      {wasRemoved && <p className="notice warning" role="status" data-testid="plan-removed-meanwhile">
        {t('plan.removedMeanwhile')}
      </p>}
      <PlanItemForm section={section} draft={draft} onWrite={(field, text) => writing.write(id, field, text)}
        onSave={() => void save()} onCancel={() => writing.end(id)}
        {...(wasRemoved ? { saveLabel: t('plan.saveAsNew'), cancelLabel: t('plan.discard') } : {})} />
    </div>
  )
}
