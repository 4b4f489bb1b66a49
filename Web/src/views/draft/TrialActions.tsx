import { formatPeriod } from '../../model/dates'
import type { DraftTrialAction } from '../../model/goalPlanDraft'
import { useWords } from '../shared/LanguageContext'

export function TrialActions({ title, actions, required = false }: {
  title: string, actions: readonly DraftTrialAction[], required?: boolean
}) {
  const { t } = useWords()
  if (actions.length === 0 && !required) return null
  return (
    <div className="stack-small">
      <h4>{title}</h4>
      {actions.length === 0 && <p><span className="lacking-mark">{t('field.missing')}</span></p>}
      <ul className="trial-actions">{actions.map(action => <li key={action.id}><Action action={action} /></li>)}</ul>
    </div>
  )
}

function Action({ action }: { action: DraftTrialAction }) {
  const { t, own, language } = useWords()
  if (action.toldUnder) return <p>
    <strong>{action.title}</strong> <span className="quiet">({t('draft.seeGoal', { goal: action.toldUnder })})</span>
  </p>
  const company = action.partners.length > 0
    ? t('draft.together', { partners: action.partners.map(one => one.name).join(', ') })
    : action.isOwn ? t('draft.ownAction') : ''
  const lines: [string, string | undefined][] = [
    [t('draft.ask'), action.question], [t('draft.prepared'), action.preparation],
    [t('draft.evaluated'), action.evaluation], [t('draft.decided'), action.decision && own(action.decision)],
  ]
  return (
    <>
      <p><strong>{action.title}</strong> <span className="quiet">
        {[formatPeriod(action.start, action.end, language), action.scale, company].filter(Boolean).join(' · ')}
      </span></p>
      {action.hypothesis && <p>{action.hypothesis}</p>}
      {lines.filter(([, text]) => text).map(([label, text]) => (
        <p key={label}><span className="quiet">{label}</span> {text}</p>
      ))}
    </>
  )
}
