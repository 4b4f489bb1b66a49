import { formatDate } from '../../model/dates'
import type { DraftMilestone } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { functionText } from './functionText'
import { PlanTable } from './PlanTable'

export function MilestoneTable({ milestones }: { milestones: readonly DraftMilestone[] }) {
  const { t, language } = useWords()
  return <PlanTable caption={t('draft.milestones')}
    columns={[
      { label: t('milestone.milestone') },
      { label: t('milestone.date'), required: true },
      { label: t('milestone.responsible'), required: true },
      { label: t('milestone.evidence') }
    ]}
    rows={milestones.map(one => ({
      id: one.id, cells: [one.text, formatDate(one.due, language), functionText(one.responsible), one.evidence]
    }))} />
}
