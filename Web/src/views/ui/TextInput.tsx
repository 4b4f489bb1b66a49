import { useId, type InputHTMLAttributes } from 'react'
import { PersonalNumberHint } from './PersonalNumberHint'

interface Properties extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  hint?: string
  error?: string | undefined
  onChange: (value: string) => void
}

/** One labelled line, with its hint and its error tied to it. */
export function TextInput({ label, hint, error, onChange, ...rest }: Properties) {
  const id = useId()
  const described = [hint !== undefined ? `${id}-hint` : '', error !== undefined ? `${id}-error` : ''].filter(one => one !== '').join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <span className="hint" id={`${id}-hint`}>{hint}</span>}
      <input {...rest} id={id} className={`input ${rest.className ?? ''}`} aria-describedby={described || undefined} aria-invalid={error !== undefined || undefined}
        onChange={event => onChange(event.target.value)} />
      <PersonalNumberHint text={String(rest.value ?? '')} />
      {error !== undefined && <span className="error-text" id={`${id}-error`}>{error}</span>}
    </div>
  )
}
