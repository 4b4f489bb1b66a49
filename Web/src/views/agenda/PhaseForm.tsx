import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { put, rewritten } from '../../model/agenda'
import type { Phase } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { phaseQuestion, phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { ChoiceList } from '../ui/ChoiceList'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { useMost } from '../ui/useMost'
import type { ChangeAgenda } from './useAgendaEdit'

const blank: Phase = { id: '', title: '', minutes: 10 }

interface Properties {
  /** Null for a new one. */
  phase: Phase | null
  change: ChangeAgenda
  error: unknown
  newId?: () => string
  onDone: () => void
}

/**
 * The words, time and models of one point. What is written stays when the server refuses, and is
 * sent again on top of what is new.
 */
export function PhaseForm({ phase, change, error, newId = () => '', onDone }: Properties) {
  const { t, language } = useWords()
  const { view } = useSession()
  const start = phase ?? blank
  const [title, setTitle] = useState(phaseTitle(start, language))
  const [question, setQuestion] = useState(phaseQuestion(start, language))
  const [minutes, setMinutes] = useState(String(start.minutes))
  const [models, setModels] = useState<readonly string[]>(start.modelIds ?? [])
  const [wasRefused, setRefused] = useState(false)
  const revision = view.state.agenda?.revision ?? 0
  // Only a change of this very point is in the way; then the server says no to the revision that was read.
  const read = useRef({ phase: JSON.stringify(phase), revision })
  const count = Number(minutes)
  const longestMinutes = useMost('phaseMinutes')
  const isLasting = /^\d{1,6}$/.test(minutes.trim()) && count <= longestMinutes
  const isRight = title.trim() !== '' && isLasting
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isRight) return
    const words = { title: title.trim(), question: question.trim(), minutes: count, modelIds: models }
    const made = rewritten(phase ?? { ...blank, id: newId() }, words, language)
    const isAsRead = JSON.stringify(phase) === read.current.phase
    const accepted = await change(put(made), isAsRead ? undefined : read.current.revision)
    setRefused(!accepted)
    read.current = { phase: JSON.stringify(phase), revision }
    if (accepted) onDone()
  }
  const escaped = (event: KeyboardEvent) => { if (event.key === 'Escape') onDone() }
  return (
    <form className="stack phase-form" onSubmit={event => void submit(event)} onKeyDown={escaped}
      aria-label={t(phase === null ? 'agendaEdit.add' : 'agendaEdit.open')} data-testid="phase-form">
      <div className="phase-form-line">
        <TextInput label={t('agendaEdit.phaseTitle')} value={title} onChange={setTitle} limit="title" autoFocus
          data-testid="phase-form-title" />
        <TextInput label={t('agendaEdit.minutes')} value={minutes} onChange={setMinutes} inputMode="numeric"
          error={isLasting ? undefined : t('agendaEdit.minutes.wrong')} data-testid="phase-form-minutes" />
      </div>
      <TextInput label={t('agendaEdit.question')} hint={t('agendaEdit.question.hint')} value={question}
        onChange={setQuestion} limit="note" data-testid="phase-form-question" />
      {view.models.length > 0 && <ChoiceList legend={t('agendaEdit.models')}
        choices={view.models.map(one => ({ id: one.id, name: one.title || t('model.untitled') }))} chosen={models}
        testId="phase-form-models"
        onToggle={(id, on) => setModels(before => on ? [...before, id] : before.filter(one => one !== id))} />}
      {wasRefused && error !== null && <ProblemNotice error={error} focus />}
      {wasRefused && phase !== null && (
        <p className="small">{t('agendaEdit.nowSays', { phase: [
          phaseTitle(phase, language), t('agenda.minutes', { count: phase.minutes }), phaseQuestion(phase, language)
        ].filter(Boolean).join(' · ') })}</p>
      )}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={!isRight} data-testid="phase-form-submit">
          {t('agendaEdit.save')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>{t('cancel')}</button>
      </div>
    </form>
  )
}
