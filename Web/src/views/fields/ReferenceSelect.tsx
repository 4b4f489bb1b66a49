import { useWords } from '../shared/LanguageContext'
import { inGroups, type ListedChoice } from '../../model/listedChoice'

interface Properties {
  options: readonly ListedChoice[]
  value: string
  onChange: (id: string) => void
  onFocus?: () => void
  onBlur?: () => void
  disabled: boolean
  label?: string
  labelledBy?: string
  describedBy?: string
  id?: string
  testId: string
  sorted?: boolean
}

/** One of a list. What is chosen but no longer in the list is kept and shown. */
export function ReferenceSelect({
  options, value, onChange, disabled, label, labelledBy, describedBy, id, testId, onFocus, onBlur, sorted = true
}: Properties) {
  const { t } = useWords()
  const ordered = sorted ? inGroups(options) : options
  const known = value === '' || options.some(option => option.id === value)
  const groups = [...new Set(ordered.map(option => option.group ?? ''))]
  return (
    <select id={id} className="select" value={value} disabled={disabled} aria-label={label} aria-labelledby={labelledBy}
      aria-describedby={describedBy} data-testid={testId}
      onChange={event => onChange(event.target.value)} onFocus={onFocus} onBlur={onBlur}>
      <option value="">{t('choose')}</option>
      {!known && <option value={value}>{t('choices.unknown', { id: value })}</option>}
      {groups.map(group => {
        const items = ordered.filter(option => (option.group ?? '') === group).map(option => (
          <option key={option.id} value={option.id}>{option.name}</option>
        ))
        return group === '' ? items : <optgroup key={group} label={group}>{items}</optgroup>
      })}
    </select>
  )
}
