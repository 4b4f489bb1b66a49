import { useId, useState, type FormEvent } from 'react'
import { formatDate, todayInDenmark } from '../../model/dates'
import type { FollowUp } from '../../model/planYear'
import { plans } from '../../net/plans'
import { useWords } from '../shared/LanguageContext'
import { usePlan } from '../plan/PlanContext'
import { DateInput } from '../ui/DateInput'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

/** Something to follow up: when, what, what came of it, and the place to write that. */
export function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const { t, own, language } = useWords()
  const { view, busy, change } = usePlan()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [doneOn, setDoneOn] = useState(todayInDenmark())
  const [text, setText] = useState('')
  const title = own(followUp.title)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const fields = { title: followUp.title.da, due: followUp.date, doneOn, text }
    if (await change(
      place => plans.writePlan(place, { items: [{ id: followUp.id, section: 'followUps', fields }] }), t('plan.saved')
    )) setIsOpen(false)
  }
  return (
    <li data-testid={`follow-up-${followUp.ruleId}`} data-done={followUp.doneOn !== undefined}>
      <strong>{formatDate(followUp.date, language)}</strong> {title}
      {followUp.doneOn !== undefined && (
        <> <span className="tag success">{t('year.held', { date: formatDate(followUp.doneOn, language) })}</span></>
      )}
      {followUp.outcome !== undefined && <p className="quiet plan-text">{followUp.outcome}</p>}
      {followUp.doneOn === undefined && view.mayChange && !isOpen && <> <button type="button"
        className="button quiet no-print" aria-label={t('year.note.of', { title })}
        data-testid={`note-${followUp.ruleId}`} onClick={() => setIsOpen(true)}>{t('year.note')}</button></>}
      {isOpen && <form className="stack no-print" onSubmit={event => void save(event)}>
        <DateInput label={t('year.heldOn')} value={doneOn} onChange={setDoneOn} />
        <div className="field">
          <label htmlFor={id}>{t('year.outcome')}</label>
          <textarea id={id} className="input" rows={3} value={text} onChange={event => setText(event.target.value)}
            data-testid="follow-up-outcome" /><PersonalNumberHint text={text} />
        </div>
        <div className="cluster">
          <button type="submit" className="button primary" disabled={busy || doneOn === ''}
            data-testid="follow-up-save">{t('plan.save')}</button>
          <button type="button" className="button" onClick={() => setIsOpen(false)}>{t('cancel')}</button>
        </div>
      </form>}
    </li>
  )
}
