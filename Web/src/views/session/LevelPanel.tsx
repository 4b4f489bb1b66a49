import { useState, type FormEvent } from 'react'
import { mayFacilitate } from '../../model/session'
import { levelChoices, levelQuestions, type LevelAnswers, type LevelChoice } from '../../model/sessionAreas'
import type { Goal } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { ChoiceMark } from './ChoiceMark'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

/** What is decided for each goal of the session's citizen group: at which level, and why. */
export function LevelPanel() {
  const { t } = useWords()
  const { details, week, view } = useSession()
  const { unitName } = usePeople()
  const { levels } = view.state.areas
  const goals = week.goals.filter(goal =>
    levels.has(goal.id) || !details.citizenGroupId || goal.citizenGroupId === details.citizenGroupId)
  const facilitates = mayFacilitate(details.role) && !view.state.ended
  if (goals.length === 0 || !facilitates && levels.size === 0) return null
  return (
    <section aria-labelledby="levels-heading" className="stack" data-testid="levels">
      <h2 id="levels-heading">{t('levels.title')}</h2>
      <ul className="listing">{goals.map(goal => {
        const decided = levels.get(goal.id)?.decision
        return (
          <li key={goal.id} data-testid={`goal-level-${goal.id}`}>
            <p>{goal.text} <span className="quiet small">{unitName(goal.unitId)}</span></p>
            {decided
              ? <p><ChoiceMark choice={decided.choice} /> <span className="quiet">{decided.reason}</span></p>
              : <p className="quiet small">{t('levels.undecided')}</p>}
            {facilitates && <LevelForm goal={goal} />}
          </li>
        )
      })}</ul>
    </section>
  )
}

const noAnswers: LevelAnswers = {
  sharedCitizens: false, needToKnow: false, mustFit: false, onlyTogether: false, hasTime: false
}

/** The short set of questions, what they speak for, and then the choice with its reason. */
function LevelForm({ goal }: { goal: Goal }) {
  const { t } = useWords()
  const { view } = useSession()
  const { send, error } = useCommand()
  const known = view.state.areas.levels.get(goal.id)
  const [answers, setAnswers] = useState<LevelAnswers>(known?.answers ?? noAnswers)
  const [choice, setChoice] = useState<LevelChoice | null>(known?.decision?.choice ?? null)
  const [reason, setReason] = useState(known?.decision?.reason ?? '')
  const [open, setOpen] = useState(false)
  const shown = choice ?? known?.suggestion ?? null
  const decide = async (event: FormEvent) => {
    event.preventDefault()
    if (shown !== null && reason.trim() !== ''
      && await send({ kind: 'decideLevel', goalId: goal.id, choice: shown, reason: reason.trim() })) setOpen(false)
  }
  return (
    <details className="disclosure" open={open} onToggle={event => setOpen(event.currentTarget.open)}
      data-testid={`level-form-${goal.id}`}>
      <summary>{t('levels.discuss')}<span className="visually-hidden">: {goal.text}</span></summary>
      <form className="stack" onSubmit={event => void decide(event)}>
        <fieldset className="field"><legend>{t('levels.questions')}</legend>{levelQuestions.map(one => (
          <label key={one} className="choice"><input type="checkbox" checked={answers[one]}
            onChange={event => setAnswers({ ...answers, [one]: event.target.checked })} data-testid={`answer-${one}`} />
            <span>{t(`levelQuestion.${one}`)}</span>
          </label>
        ))}</fieldset>
        <p className="cluster"><button type="button" className="button" onClick={() => void send({
          kind: 'suggestLevel', goalId: goal.id, answers
        })} data-testid="level-suggest">{t('levels.suggest')}</button>
          {known?.suggestion && <span role="status" data-testid="level-suggestion">
            {t('levels.suggestion')} <ChoiceMark choice={known.suggestion} />
          </span>}</p>
        <fieldset className="field"><legend>
          {t('levels.choice')}
        </legend><div className="cluster">{levelChoices.map(one => (
          <label key={one} className="choice"><input type="radio" name={`level-${goal.id}`} checked={shown === one}
            onChange={() => setChoice(one)} data-testid={`level-choice-${one}`} /><ChoiceMark choice={one} /></label>
        ))}</div></fieldset>
        <div className="field"><label htmlFor={`reason-${goal.id}`}>{t('levels.reason')}</label>
          <textarea id={`reason-${goal.id}`} className="input" rows={2} value={reason} onChange={event =>
            setReason(event.target.value)} data-testid="level-reason" /><PersonalNumberHint text={reason} /></div>
        {error !== null && <ProblemNotice error={error} focus />}
        <p><button type="submit" className="button primary" disabled={shown === null || reason.trim() === ''}
          data-testid="level-decide">{t('levels.decide')}</button></p>
      </form>
    </details>
  )
}
