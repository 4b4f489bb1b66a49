import { useId, useRef, useState, type FormEvent } from 'react'
import type { ValuePrompt } from '../../model/fieldDefinition'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useDraft, useHasDraft } from './useDraft'
import { useSession, useSessionSetting } from './SessionContext'
import { LongInput } from '../ui/LongInput'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'
import { useInterpretation } from './useInterpretations'

/** The municipality's values as questions, each with what it means here in the session's own words. */
export function ValuesPanel() {
  const { t } = useWords()
  const { definitions } = useSessionSetting()
  if (definitions.values.length === 0) return null
  return (
    <details className="disclosure" data-testid="values">
      <summary>{t('values.title')}</summary>
      <div className="stack">
        <p className="quiet">{t('values.text')}</p>
        <ul className="listing">{definitions.values.map(value => <ValueRow key={value.id} value={value} />)}</ul>
      </div>
    </details>
  )
}

function ValueRow({ value }: { value: ValuePrompt }) {
  const { t, own } = useWords()
  const { details, view } = useSession()
  const text = useInterpretation(value.id)
  const [isOpen, setOpen] = useState(useHasDraft(`value/${value.id}`))
  const mayWrite = !view.state.ended && (details.role === 'participant' || mayFacilitate(details.role))
  return (
    <li data-testid={`value-${value.id}`}>
      <div className="stack-small">
        <h3>{own(value.label)}</h3>
        <p className="quiet small">{own(value.question)}</p>
        {isOpen ? <ValueForm value={value} text={text} onDone={() => setOpen(false)} /> : <>
          {text !== '' && <p className="value-text">{text}</p>}
          {mayWrite && <p><button type="button" className="button quiet slim"
            aria-label={t('values.writeNamed', { value: own(value.label) })} onClick={() => setOpen(true)}
            data-testid={`value-write-${value.id}`}>{t(text === '' ? 'values.write' : 'values.change')}</button></p>}
        </>}
      </div>
    </li>
  )
}

/** What another wrote meanwhile is shown above, and what one has written oneself stays. */
function ValueForm({ value, text, onDone }: { value: ValuePrompt, text: string, onDone: () => void }) {
  const { t, own } = useWords()
  const { send, error } = useCommand()
  const id = useId()
  const read = useRef(text)
  const [words, setWords, forget] = useDraft({
    name: `value/${value.id}`, label: t('drafts.value', { value: own(value.label) }), initial: read.current
  })
  const leave = () => {
    forget()
    onDone()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const before = read.current
    read.current = text
    if (await send({ kind: 'interpretValue', valueId: value.id, text: words.trim(), before })) leave()
  }
  return (
    <form className="stack-small" onSubmit={event => void submit(event)}
      onKeyDown={event => { if (event.key === 'Escape') leave() }}>
      {error !== null && <ProblemNotice error={error} />}
      {error !== null && text !== '' && (
        <p className="small">{t('values.nowSays')} <span className="value-text">{text}</span></p>
      )}
      <label className="label" htmlFor={id}>{t('values.here', { value: own(value.label) })}</label>
      <LongInput id={id} rows={3} autoFocus value={words} limit="note" onChange={setWords}
        data-testid={`value-text-${value.id}`} />
      <div className="cluster">
        <button type="submit" className="button" data-testid={`value-save-${value.id}`}>{t('values.save')}</button>
        <button type="button" className="button quiet" onClick={leave}>{t('cancel')}</button>
      </div>
    </form>
  )
}
