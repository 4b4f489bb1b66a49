import { itemsOf } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/**
 * Room to sign on paper: a line for each function that is written, and otherwise for the
 * leader and one more. Nobody has to.
 */
export function SignaturePlaces() {
  const { t } = useWords()
  const { view } = usePlan()
  const written = itemsOf(view.plan, 'signatures').map(item =>
    [item.values['function']?.text, item.values['unit']?.text].filter(Boolean).join(', '))
  const places = written.length > 0
    ? written
    : [[view.unit.leaderFunction, view.unit.name].filter(Boolean).join(', '), '']
  return (
    <div className="signatures" data-testid="signature-places">
      <p className="quiet no-print">{t('plan.signatures')}</p>
      <ul>{places.map((place, index) => (
        <li key={index}><span>{place}</span><span className="quiet small">{t('plan.signatures.date')}</span></li>
      ))}</ul>
    </div>
  )
}
