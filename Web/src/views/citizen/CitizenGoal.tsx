import type { GoalAccount } from '../../model/generated/types'
import { formatDate, formatPeriod } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { SignChart } from '../year/SignChart'

/** One goal: from where to where, what is tried, what is seen. */
export function CitizenGoal({ goal }: { goal: GoalAccount }) {
  const { t, own, language } = useWords()
  const id = `citizen-${goal.id}`
  return (
    <section className="draft-section stack" aria-labelledby={id} data-testid="citizen-goal">
      <h2 id={id}>{goal.text}</h2>
      <dl className="facts">
        {goal.current !== undefined && (
          <div className="fact"><dt>{t('citizen.current')}</dt><dd className="plan-text">{goal.current}</dd></div>
        )}
        {goal.desired !== undefined && (
          <div className="fact"><dt>{t('citizen.desired')}</dt><dd className="plan-text">{goal.desired}</dd></div>
        )}
        {goal.deadline !== undefined && (
          <div className="fact"><dt>{t('citizen.deadline')}</dt><dd>{formatDate(goal.deadline, language)}</dd></div>
        )}
      </dl>
      {goal.trialActions.length > 0 && <>
        <h3>{t('citizen.tried')}</h3>
        <ul className="stack">{goal.trialActions.map((action, index) => (
          <li key={index}>
            <strong>{action.title}</strong>{' '}
            <span className="quiet">{formatPeriod(action.start, action.end, language)}</span>
            {action.evaluations.map((one, place) => (
              <p key={place} className="plan-text">
                {one.effect}
                {one.decision !== undefined && <> <span className="tag">{own(one.decision)}</span></>}
              </p>
            ))}
          </li>
        ))}</ul>
      </>}
      {goal.signs.length > 0 && <h3>{t('citizen.signs')}</h3>}
      {goal.signs.map(sign => (
        <SignChart key={sign.signId} sign={sign} headingLevel={4} notSeen={t('citizen.notSeen')} />
      ))}
      {goal.milestones.length > 0 && <>
        <h3>{t('citizen.milestones')}</h3>
        <ul className="plain-list">{goal.milestones.map((one, index) => (
          <li key={index}>{one.due !== undefined && <strong>{formatDate(one.due, language)} </strong>}{one.text}</li>
        ))}</ul>
      </>}
    </section>
  )
}
