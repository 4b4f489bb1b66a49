import { useId, useRef, type TextareaHTMLAttributes } from 'react'
import type { TextKind } from '../../model/textLimit'
import { LimitNote } from './LimitNote'
import { PersonalNumberHint } from './PersonalNumberHint'
import { useTextLimit } from './useTextLimit'

interface Properties extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  value: string
  limit: TextKind
  onChange: (value: string) => void
}

/**
 * Several lines that are sent with a form, with what is to be said of them below. The label stands where it is used.
 */
export function LongInput({ value, limit, onChange, ...rest }: Properties) {
  const field = useRef<HTMLTextAreaElement>(null)
  const words = useTextLimit(value, limit, field)
  const note = useId()
  return (
    <>
      <textarea {...rest} ref={field} className={`input ${rest.className ?? ''}`} value={value}
        aria-invalid={words.over !== null || undefined}
        aria-describedby={[rest['aria-describedby'] ?? '', note].join(' ').trim()}
        onChange={event => onChange(event.target.value)} />
      <LimitNote words={words} id={note} />
      <PersonalNumberHint text={value} />
    </>
  )
}
