interface Properties {
  id?: string
  label?: string
  value: string
  onChange: (text: string) => void
  readOnly: boolean
  testId: string
}

/** A short text that is a plain value in the document: it changes as a whole, the last writer decides. */
export function SharedValueInput({ id, label, value, onChange, readOnly, testId }: Properties) {
  return <input id={id} className="input" data-shared="" aria-label={label} value={value} readOnly={readOnly} maxLength={200} data-testid={testId} autoComplete="off"
    onChange={event => onChange(event.target.value)}
    onBlur={() => { if (value.trim() !== value) onChange(value.trim()) }}
    onKeyDown={event => { if (event.key === 'Escape') event.currentTarget.blur() }} />
}
