import { compareDanish } from '../../model/danish'
import { goalsWithoutDecision, unconfirmed } from '../../model/weekStatus'
import type { Week } from '../../model/week'
import { useWords } from '../app/LanguageContext'
import { paths } from '../app/routes'
import { Link } from '../ui/Link'

/** What is left: goals nobody has decided a collaboration for, and units that have not confirmed. */
export function WeekStatus({ week }: { week: Week }) {
  const { t } = useWords()
  const goals = goalsWithoutDecision(week)
  const waiting = unconfirmed(week)
  if (week.goals.length === 0 && waiting.length === 0) return null
  const units = [...week.units].sort((a, b) => compareDanish(a.name, b.name))
  return (
    <section aria-labelledby="status-heading" className="stack" data-testid="week-status">
      <h2 id="status-heading">{t('status.title')}</h2>
      <div className="two-columns">
        <div className="stack-small">
          <h3>{t('status.goals', { count: goals.length })}</h3>
          {goals.length === 0 ? <p className="quiet">{t('status.goals.none')}</p> : <ul className="listing" data-testid="undecided-goals">{units.map(unit => {
            const own = goals.filter(goal => goal.unitId === unit.id)
            return own.length === 0 ? null : <li key={unit.id}><strong>{unit.name}</strong><ul className="plain">{own.map(goal => <li key={goal.id}>{goal.text}</li>)}</ul></li>
          })}</ul>}
        </div>
        <div className="stack-small">
          <h3>{t('status.unconfirmed', { count: new Set(waiting.map(one => one.unit.id)).size })}</h3>
          {waiting.length === 0 ? <p className="quiet">{t('status.unconfirmed.none')}</p> : <ul className="listing" data-testid="unconfirmed-units">{units.map(unit => {
            const own = waiting.filter(one => one.unit.id === unit.id)
            return own.length === 0 ? null : <li key={unit.id}><strong>{unit.name}</strong><ul className="plain">{own.map(one => (
              <li key={one.modelId}><Link href={paths.model(one.sessionId, one.modelId)}>{one.title || t('model.untitled')}</Link>{one.isBeforeChange && <span className="quiet small"> · {t('model.state.confirmedBeforeChange')}</span>}</li>
            ))}</ul></li>
          })}</ul>}
        </div>
      </div>
    </section>
  )
}
