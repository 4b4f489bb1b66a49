import { formatDate } from '../../model/dates'
import type { DraftObjective } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'
import { useDraft } from './DraftContext'

/** Where the plan comes from: vision, wished-for future, the year's objectives. */
export function DraftBasis() {
  const { t } = useWords()
  const { draft } = useDraft()
  return (
    <section className="draft-section" aria-labelledby="basis-heading">
      <h2 id="basis-heading">1. {t('draft.basis')}</h2>
      {draft.vision && <p className="draft-vision">{draft.vision}</p>}
      {draft.scenarios.map(scenario => (
        <div key={scenario.policyId} className="stack-small"><h3>{t('draft.scenario')}</h3><p>{scenario.text}</p><p
          className="origin">{scenario.title}</p></div>
      ))}
      <Objectives title={t('draft.objectives', { year: draft.year ?? '' })} objectives={draft.objectives} />
      <Objectives title={t('draft.contributed')} objectives={draft.contributedObjectives} />
    </section>
  )
}

function Objectives({ title, objectives }: { title: string, objectives: readonly DraftObjective[] }) {
  const { t, language } = useWords()
  if (objectives.length === 0) return null
  return (
    <div className="stack-small">
      <h3>{title}</h3>
      <ul className="plain-list">{objectives.map(objective => (
        <li key={objective.id}>{objective.text}
          <span className="origin">{[
            objective.sourceTitle, objective.isMandatory ? t('draft.mandatory') : '',
            objective.selectedBy
              ? t('draft.selected', { by: objective.selectedBy, date: formatDate(objective.selectedOn, language) })
              : '',
          ].filter(Boolean).join(' · ')}</span></li>
      ))}</ul>
    </div>
  )
}
