import type { ObjectiveStatus } from '../../model/planYear'
import { useWords } from '../shared/LanguageContext'

/** One objective: who works on it, and how far each says it is. */
export function ObjectiveStatusView({ objective }: { objective: ObjectiveStatus }) {
  const { t } = useWords()
  const id = `objective-${objective.objectiveId}`
  const marks = [
    objective.isMandatory ? t('objectives.mandatory') : '', objective.isSelected ? t('objectives.selected') : '',
    objective.sourceTitle ?? '',
  ].filter(Boolean)
  return (
    <section className="draft-section" aria-labelledby={id} data-testid={id}>
      <h2 id={id}>{objective.text}</h2>
      <p className="quiet">{marks.join(' · ')}</p>
      {objective.units.length === 0
        ? <p className="notice warning">{t('objectives.nobody')}</p>
        : <ul className="stack">{objective.units.map(unit => (
          <li key={unit.unitId} className="stack">
            <p>
              <strong>{unit.name}</strong>{' '}
              {unit.state !== undefined && (
                <span className={`tag ${unit.state === 'slow' || unit.state === 'stopped' ? 'warning' : 'success'}`}>
                  {t(`objectives.state.${unit.state}`)}
                </span>
              )}
            </p>
            <p className="quiet">{t('objectives.work', {
              goals: unit.goals, actions: unit.trialActions, evaluations: unit.evaluations,
              observations: unit.observations
            })}</p>
            <p className="plan-text">{unit.text ?? <span className="quiet">{t('objectives.noStatus')}</span>}</p>
          </li>
        ))}</ul>}
    </section>
  )
}
