import { useState, type FormEvent } from 'react'
import { levelChoices } from '../../model/sessionAreas'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useMost } from '../ui/useMost'
import { newId, useCommand } from './useCommand'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

/** The facilitator opens a vote: about a goal's level, or dots on answers of their own. */
export function VoteTool() {
  const { t } = useWords()
  const { week } = useSessionSetting()
  const { send, error } = useCommand()
  const most = useMost('voteBudget')
  const mostOptions = useMost('voteOptions')
  const [goal, setGoal] = useState('')
  const [question, setQuestion] = useState('')
  const [options, setOptions] = useState('')
  const [budget, setBudget] = useState(3)
  const [isNamed, setNamed] = useState(false)
  const texts = options.split('\n').map(one => one.trim()).filter(one => one !== '')
  const isTooMany = texts.length > mostOptions
  const isReady = goal !== '' || question.trim() !== '' && texts.length >= 2 && !isTooMany
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    const own = goal === ''
      ? {
        question: question.trim(), options: texts.map((text, index) => ({ optionId: `o-${index + 1}`, text })), budget
      }
      : {
        question: week.goals.find(one => one.id === goal)?.text ?? '', goalId: goal,
        options: levelChoices.map(one => ({ optionId: one, text: t(`levelChoice.${one}`) })), budget: 1
      }
    if (!await send({ kind: 'openVote', voteId: newId('v-'), ...own, isNamed })) return
    setQuestion('')
    setOptions('')
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)}>
      <div className="field"><label htmlFor="vote-goal">{t('vote.about')}</label>
        <select id="vote-goal" className="select" value={goal} onChange={event => setGoal(event.target.value)}
          data-testid="vote-goal">
          <option value="">{t('vote.own')}</option>
          {week.goals.map(one => <option key={one.id} value={one.id}>{t('vote.levelOf', { goal: one.text })}</option>)}
        </select></div>
      {goal === '' && <>
        <TextInput label={t('vote.question')} value={question} onChange={setQuestion} limit="note"
          data-testid="vote-question" />
        <div className="field"><label htmlFor="vote-options">{t('vote.options')}</label>
          <textarea id="vote-options" className="input" rows={4} value={options}
            onChange={event => setOptions(event.target.value)} aria-invalid={isTooMany || undefined}
            aria-describedby="vote-options-many" data-testid="vote-options" />
          <span id="vote-options-many" className="error-text" role="status">
            {isTooMany && t('vote.tooMany', { most: mostOptions, count: texts.length })}
          </span>
          <PersonalNumberHint text={options} /></div>
        <div className="field"><label htmlFor="vote-budget">{t('vote.budget')}</label>
          <input id="vote-budget" className="input minutes-input" type="number" min={1}
            max={Number.isFinite(most) ? most : undefined} value={budget}
            onChange={event => setBudget(Math.min(most, Math.max(1, Number(event.target.value) || 1)))} /></div>
      </>}
      <label className="choice"><input type="checkbox" checked={isNamed}
        onChange={event => setNamed(event.target.checked)} /><span>{t('vote.withNames')}</span></label>
      {error !== null && <ProblemNotice error={error} focus />}
      <p><button type="submit" className="button primary" disabled={!isReady}
        data-testid="vote-open">{t('vote.open')}</button></p>
    </form>
  )
}
