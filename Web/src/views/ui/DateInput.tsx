import { useEffect, useId, useRef, useState } from 'react'
import { formatDate, isoWeek, parseDate, todayInDenmark } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { Icon } from './Icon'

interface Properties {
  label: string
  hideLabel?: boolean
  value: string
  onChange: (date: string) => void
  readOnly?: boolean
  onFocus?: () => void
  testId?: string
  invalid?: boolean
}

/** A date written as people write it, or chosen in a calendar; shown as `5. januar 2027`. */
export function DateInput(
  { label, hideLabel = false, value, onChange, readOnly = false, onFocus, testId, invalid = false }: Properties
) {
  const { t, language } = useWords()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => { setWrong(false) }, [value])
  const finish = () => {
    if (draft === null) return
    const text = draft.trim()
    const date = text === '' ? '' : parseDate(text, todayInDenmark())
    if (date === null) {
      setWrong(true)
      return
    }
    setWrong(false)
    setDraft(null)
    if (date !== value) onChange(date)
  }
  // Told while one writes, so that nothing moves under the pointer when the field is left.
  const week = isoWeek(draft === null ? value : parseDate(draft, todayInDenmark()) ?? '')
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>{label}</label>
      <div className="date-input">
        <input id={id} className="input" inputMode="text" autoComplete="off" readOnly={readOnly} data-testid={testId}
          value={draft ?? formatDate(value, language)} placeholder={readOnly ? '' : t('date.placeholder')}
          aria-invalid={wrong || invalid || undefined}
          aria-describedby={wrong ? `${id}-error` : week !== null ? `${id}-week` : undefined} onFocus={onFocus}
          onChange={event => setDraft(event.target.value)} onBlur={finish}
          onKeyDown={event => {
            if (event.key === 'Enter') finish()
            if (event.key === 'Escape') { setDraft(null); setWrong(false) }
          }} />
        {!readOnly && <button type="button" className="button icon" aria-label={t('date.choose', { label })}
          onClick={() => showPicker(picker.current)}><Icon name="calendar" /></button>}
        {!readOnly && <input ref={picker} className="picker" type="date" tabIndex={-1} aria-hidden="true" value={value}
          onChange={event => { setDraft(null); onChange(event.target.value) }} />}
      </div>
      {wrong ? <span className="error-text" id={`${id}-error`}>{t('date.wrong')}</span>
        : week !== null && <span className="hint" id={`${id}-week`}>{t('date.week', { week })}</span>}
    </div>
  )
}

function showPicker(input: (HTMLInputElement & { showPicker?: () => void }) | null): void {
  try {
    if (input?.showPicker) input.showPicker()
    else input?.focus()
  } catch {
    input?.focus()
  }
}
