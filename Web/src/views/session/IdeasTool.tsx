import { useState, type FormEvent } from 'react'
import { useWords } from '../shared/LanguageContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { newId, useCommand } from './useCommand'

/** The facilitator asks something that everybody answers for themselves first. */
export function IdeasTool() {
  const { t } = useWords()
  const { send, error } = useCommand()
  const [question, setQuestion] = useState('')
  const [isNamed, setNamed] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (question.trim() !== ''
      && await send({ kind: 'openIdeas', roundId: newId('r-'), question: question.trim(), isNamed })) setQuestion('')
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)}>
      <TextInput label={t('ideas.question')} value={question} onChange={setQuestion} limit="note"
        data-testid="ideas-question" />
      <label className="choice"><input type="checkbox" checked={isNamed}
        onChange={event => setNamed(event.target.checked)} /><span>{t('ideas.withNames')}</span></label>
      {error !== null && <ProblemNotice error={error} focus />}
      <p><button type="submit" className="button primary" disabled={question.trim() === ''}
        data-testid="ideas-open">{t('ideas.open')}</button></p>
    </form>
  )
}
