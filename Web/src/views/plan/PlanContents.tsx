import { sectionProgress, type PlanPart } from '../../model/goalPlan'
import { useWords } from '../shared/LanguageContext'
import { jump } from '../model/jump'
import { usePlan } from './PlanContext'
import { sectionName } from './PlanPartView'

/** Every section with how far the leader has come in it: a picture beside the words, and the way there. */
export function PlanContents({ parts }: { parts: readonly PlanPart[] }) {
  const { t, own } = useWords()
  const { view } = usePlan()
  const rows = parts.flatMap(part => part.sections.flatMap(content => {
    const section = view.sections.find(one => one.id === content.section)
    if (!section || section.isOfYear) return []
    const name = sectionName(view, part, section)
    const title = view.profile.id === 'maalplan' || part.sections.length > 1 ? own(section.title) : own(part.title)
    return [{ name, title, ...sectionProgress(view, section, content) }]
  })).filter(row => row.items + row.open > 0)
  const most = Math.max(1, ...rows.map(row => row.items + row.open))
  if (rows.length === 0) return null
  return (
    <nav className="no-print plan-contents" aria-label={t('plan.contents')} data-testid="plan-contents">
      <ul>{rows.map(row => (
        <li key={row.name}>
          <a href={`#plan-${row.name}`} onClick={event => jump(event, `plan-${row.name}`)}>{row.title}</a>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className="progress-items" width={row.items / most * 100} height="8" />
            <rect className="progress-open" x={row.items / most * 100} width={row.open / most * 100} height="8" />
          </svg>
          <span className="quiet small">{row.open === 0
            ? t('plan.contents.items', { count: row.items })
            : t('plan.contents.open', { items: row.items, open: row.open })}</span>
        </li>
      ))}</ul>
    </nav>
  )
}
