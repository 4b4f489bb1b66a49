import { useId, useRef, type InputHTMLAttributes } from 'react'
import type { TextKind } from '../../model/textLimit'
import { LimitNote } from './LimitNote'
import { PersonalNumberHint } from './PersonalNumberHint'
import { useTextLimit } from './useTextLimit'

interface Properties extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  hint?: string
  error?: string | undefined
  /** What kind of text it is to the server, which says how long it may be. */
  limit?: TextKind
  onChange: (value: string) => void
}

/** One labelled line, with its hint and its error tied to it. */
export function TextInput({ label, hint, error, limit, onChange, ...rest }: Properties) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const words = useTextLimit(String(rest.value ?? ''), limit, field)
  const described = [
    hint !== undefined ? `${id}-hint` : '', error !== undefined ? `${id}-error` : '',
    limit !== undefined ? `${id}-limit` : '',
  ].filter(one => one !== '').join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      <input {...rest} ref={field} id={id} className={`input ${rest.className ?? ''}`}
        aria-describedby={described || undefined} aria-invalid={error !== undefined || words.over !== null || undefined}
        onChange={event => onChange(event.target.value)} />
      {limit !== undefined && <LimitNote words={words} id={`${id}-limit`} />}
      <PersonalNumberHint text={String(rest.value ?? '')} />
      {error !== undefined && <span className="error-text" id={`${id}-error`}>{error}</span>}
    </div>
  )
}
