import { compareDanish } from '../../model/danish'
import { goalsWithoutDecision, unconfirmed } from '../../model/weekStatus'
import type { Week } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Link } from '../ui/Link'
import { useFold } from '../ui/useFold'

/** What is left: goals nobody has decided a collaboration for, and units that have not confirmed. */
export function WeekStatus({ week }: { week: Week }) {
  const { t } = useWords()
  const goals = goalsWithoutDecision(week)
  const waiting = unconfirmed(week)
  const units = [...week.units].sort((a, b) => compareDanish(a.name, b.name))
  const undecided = units.filter(unit => goals.some(goal => goal.unitId === unit.id))
  const asked = units.filter(unit => waiting.some(one => one.unit.id === unit.id))
  const [goalFold, waitingFold] = [useFold(undecided.length), useFold(asked.length)]
  if (week.goals.length === 0 && waiting.length === 0) return null
  return (
    <section aria-labelledby="status-heading" className="stack" data-testid="week-status">
      <h2 id="status-heading">{t('status.title')}</h2>
      <div className="two-columns">
        <div className="stack-small">
          <h3>{t('status.goals', { count: goals.length })}</h3>
          {goals.length === 0
            ? <p className="quiet">{t('status.goals.none')}</p>
            : <ul className="listing" data-testid="undecided-goals">{undecided.map((unit, index) => (
              <li key={unit.id} className={goalFold.at(index)}><strong>{unit.name}</strong><ul className="plain">
                {goals.filter(goal => goal.unitId === unit.id).map(goal => <li key={goal.id}>{goal.text}</li>)}
              </ul></li>
            ))}</ul>}
          {goalFold.more !== null && <p>{goalFold.more}</p>}
        </div>
        <div className="stack-small">
          <h3>{t('status.unconfirmed', { count: new Set(waiting.map(one => one.unit.id)).size })}</h3>
          {waiting.length === 0
            ? <p className="quiet">{t('status.unconfirmed.none')}</p>
            : <ul className="listing" data-testid="unconfirmed-units">{asked.map((unit, index) => (
              <li key={unit.id} className={waitingFold.at(index)}>
                <strong>{unit.name}</strong>
                <ul className="plain">{waiting.filter(one => one.unit.id === unit.id).map(one => (
                  <li key={one.modelId}>
                    <Link href={paths.model(one.sessionId, one.modelId)}>{one.title || t('model.untitled')}</Link>
                    {one.isBeforeChange && (
                      <span className="quiet small"> · {t('model.state.confirmedBeforeChange')}</span>
                    )}
                  </li>
                ))}</ul>
              </li>
            ))}</ul>}
          {waitingFold.more !== null && <p>{waitingFold.more}</p>}
        </div>
      </div>
    </section>
  )
}
