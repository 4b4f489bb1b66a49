import { useState, type FormEvent } from 'react'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useDraft } from './useDraft'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

const grades = [1, 2, 3, 4, 5] as const

/**
 * The session in two questions, at its last point and afterwards; those who lead read the
 * answers, without whose they are.
 */
export function EvaluationPanel() {
  const { t } = useWords()
  const { details, view } = useSession()
  const { evaluations } = view.state.areas
  const isTime = view.state.ended || details.phases.length > 1 && view.state.phase === details.phases.length - 1
  const own = evaluations.some(one => one.participantId !== undefined && one.participantId === details.me.participantId)
  if (!isTime) return null
  if (mayFacilitate(details.role)) return <Answers />
  if (details.role !== 'participant') return null
  return own ? <p className="notice success" role="status">{t('evaluation.thanks')}</p> : <EvaluationForm />
}

function EvaluationForm() {
  const { t } = useWords()
  const { send, error } = useCommand()
  const [grade, setGrade] = useState<number | null>(null)
  const [text, setText, forget] = useDraft({ name: 'evaluation', label: t('drafts.evaluation') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (grade === null) return
    void send({ kind: 'evaluate', grade, ...text.trim() === '' ? {} : { text: text.trim() } })
      .then(accepted => { if (accepted) forget() })
  }
  return (
    <form className="sheet stack" onSubmit={submit} aria-labelledby="evaluation-heading" data-testid="evaluation">
      <h2 id="evaluation-heading">{t('evaluation.title')}</h2>
      <fieldset className="field"><legend>{t('evaluation.grade')}</legend>
        <div className="cluster grades">{grades.map(one => (
          <label key={one} className="choice"><input type="radio" name="grade" checked={grade === one}
            onChange={() => setGrade(one)} data-testid={`grade-${one}`} />
            <span>{one === 1 ? t('evaluation.least') : one === 5 ? t('evaluation.most') : one}</span>
          </label>
        ))}</div></fieldset>
      <div className="field"><label htmlFor="evaluation-text">{t('evaluation.text')}</label>
        <textarea id="evaluation-text" className="input" rows={3} value={text} onChange={event =>
          setText(event.target.value)} data-testid="evaluation-text" /><PersonalNumberHint text={text} /></div>
      <p className="quiet small">{t('evaluation.private')}</p>
      {error !== null && <ProblemNotice error={error} focus />}
      <p><button type="submit" className="button primary" disabled={grade === null}
        data-testid="evaluation-submit">{t('evaluation.submit')}</button></p>
    </form>
  )
}

function Answers() {
  const { t } = useWords()
  const { view } = useSession()
  const { evaluations } = view.state.areas
  const texts = evaluations.flatMap(one => one.text ?? [])
  return (
    <section className="sheet stack" aria-labelledby="answers-heading" data-testid="evaluations">
      <h2 id="answers-heading">{t('evaluation.answers')}</h2>
      <p className="quiet">{t('evaluation.count', { count: evaluations.length })}</p>
      {evaluations.length > 0 && <ul className="bars grade-bars">{[...grades].reverse().map(grade => {
        const count = evaluations.filter(one => one.grade === grade).length
        return (
          <li key={grade}><span className="bar-text">{grade}</span><svg className="bar" viewBox="0 0 100 10"
            preserveAspectRatio="none" aria-hidden="true">
            <rect width={count / evaluations.length * 100} height="10" fill="currentColor" />
          </svg><strong>{count}</strong></li>
        )
      })}</ul>}
      {texts.length > 0 && <ul className="listing">{texts.map((text, index) => <li key={index}>{text}</li>)}</ul>}
    </section>
  )
}
