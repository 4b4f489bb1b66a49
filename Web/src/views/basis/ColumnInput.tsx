import { useId } from 'react'
import { pick } from '../../model/localized'
import type { PartColumn, PartValue, WeekPart } from '../../model/weekPart'
import { useWords } from '../shared/LanguageContext'
import { ChoiceList } from '../ui/ChoiceList'
import { DateInput } from '../ui/DateInput'
import { TextInput } from '../ui/TextInput'
import { PersonalNumberHint } from '../ui/PersonalNumberHint'

interface Properties {
  column: PartColumn
  value: PartValue | undefined
  parts: readonly WeekPart[]
  error: string | undefined
  onChange: (value: PartValue) => void
}

/** The input that a column's kind asks for. */
export function ColumnInput({ column, value, parts, error, onChange }: Properties) {
  const { t, language } = useWords()
  const id = useId()
  const label = pick(column.label, language)
  const testId = `part-${column.member}`
  const choices = parts.filter(part => column.refersTo.includes(part.id))
    .flatMap(part => part.items.map(item => ({ id: item.id, name: item.name })))
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const list = Array.isArray(value) ? value : []
  const problem = error === undefined ? null : <span className="error-text">{error}</span>
  switch (column.kind) {
    case 'text': return (
      <TextInput label={label} value={text} onChange={onChange} error={error} limit="name" data-testid={testId} />
    )
    case 'number': return <TextInput label={label} value={text} inputMode="numeric" error={error} data-testid={testId}
      onChange={typed => onChange(/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : typed)} />
    case 'date': return <div className="field"><DateInput label={label} value={text} onChange={onChange} testId={testId}
      invalid={error !== undefined} />{problem}</div>
    case 'yesNo': return <label className="choice"><input type="checkbox" checked={value === true}
      onChange={event => onChange(event.target.checked)} data-testid={testId} /><span>{label}</span></label>
    case 'longText': return (
      <div className="field"><label htmlFor={id}>{label}</label>
        <textarea id={id} className="input" rows={3} value={text} aria-invalid={error !== undefined || undefined}
          onChange={event => onChange(event.target.value)} data-testid={testId} />
        <PersonalNumberHint text={text} />
        {problem}
      </div>
    )
    case 'texts': return (
      <div className="field"><label htmlFor={id}>{label}</label><span className="hint"
        id={`${id}-hint`}>{t('basis.onePerLine')}</span>
        <textarea id={id} className="input" rows={3} aria-describedby={`${id}-hint`} value={list.join('\n')}
          onChange={event => onChange(event.target.value === '' ? [] : event.target.value.split('\n'))}
          data-testid={testId} /><PersonalNumberHint text={list.join('\n')} />{problem}</div>
    )
    case 'reference': return (
      <div className="field"><label htmlFor={id}>{label}</label>
        <select id={id} className="select" value={text} aria-invalid={error !== undefined || undefined}
          onChange={event => onChange(event.target.value)} data-testid={testId}>
          <option value="">{t('choose')}</option>
          {choices.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
        </select>{problem}</div>
    )
    case 'references':
      return <ChoiceList legend={label} choices={choices} chosen={list} invalid={error !== undefined} testId={testId}
        onToggle={(chosen, on) => onChange(on ? [...list, chosen] : list.filter(one => one !== chosen))} />
  }
}
