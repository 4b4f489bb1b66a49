import { formatDate } from '../../model/dates'
import { nameOf, referencesIn, type PlanField } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from './PlanContext'

/** A line's text as people read it. */
export function PlanText({ field, text }: { field: PlanField, text: string }) {
  const { language, own } = useWords()
  const { view } = usePlan()
  if (field.kind === 'date') return <>{formatDate(text, language) || text}</>
  if (field.kind === 'references') {
    return <ul>{referencesIn(text).map(one => <li key={one}>{nameOf(view, one)}</li>)}</ul>
  }
  const choice = field.choices.find(one => one.id === text)
  if (choice) return <>{own(choice.label)}</>
  return <span className="plan-text">{text}</span>
}
