import { useId } from 'react'
import type { EntityKind } from '../../model/fieldDefinition'
import { useOptions } from '../fields/useOptions'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { ChoiceList } from '../ui/ChoiceList'

/** Several of a list in a small space: the names, and a list to tick in when opened. */
export function ReferencesCell({ label, to, value, onChange, column }: {
  label: string, to: EntityKind, value: readonly string[], onChange: (ids: string[]) => void, column: string
}) {
  const { t } = useWords()
  const { canWrite } = useModelEditing()
  const options = useOptions(to)
  const id = useId()
  const names = value.map(one => options.find(option => option.id === one)?.name ?? t('choices.unknown', { id: one }))
  return (
    <details className="references-cell">
      <summary className="select" aria-label={`${label}: ${names.length === 0 ? t('choose') : names.join(', ')}`}
        data-testid={`cell-${column}`} id={id}>
        {names.length === 0
          ? <span className="quiet">{t('choose')}</span>
          : names.map((name, index) => <span key={index} className="references-name">{name}</span>)}
      </summary>
      <ChoiceList legend={label} hideLegend choices={options} chosen={value} readOnly={!canWrite}
        onToggle={(one, on) => onChange(on ? [...value, one] : value.filter(other => other !== one))} />
    </details>
  )
}
