import type { DraftSign } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { functionText } from './functionText'
import { PlanTable } from './PlanTable'

export function SignTable({ signs }: { signs: readonly DraftSign[] }) {
  const { t, own } = useWords()
  return <PlanTable caption={t('draft.signs')}
    columns={[{ label: t('sign.sign') }, { label: t('sign.kind') }, { label: t('sign.baseline'), required: true }, {
      label: t('sign.target'), required: true
    }, { label: t('sign.source'), required: true }, { label: t('sign.frequency') }, { label: t('sign.who') }]}
    rows={signs.map(sign => ({ id: sign.id, cells: [
      `${sign.label}: ${sign.text}`, sign.kind && own(sign.kind), sign.baseline, sign.target, sign.dataSource,
      sign.frequency, functionText(sign.collectedBy)
    ] }))} />
}
