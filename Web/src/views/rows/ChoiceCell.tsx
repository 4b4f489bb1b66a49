import type { Choice } from '../../model/fieldDefinition'
import { useWords } from '../shared/LanguageContext'
import { ReferenceSelect } from '../fields/ReferenceSelect'
import { useModelEditing } from '../model/ModelContext'

/** One of the choices that this level offers; one that was made at another level stays and is shown. */
export function ChoiceCell({ label, choices, value, onChange, column }: {
  label: string, choices: readonly Choice[], value: string, onChange: (value: string) => void, column: string
}) {
  const { own } = useWords()
  const { canWrite, level } = useModelEditing()
  const options = choices
    .filter(choice => choice.levels.length === 0 || choice.levels.includes(level) || choice.id === value)
      .map(choice => ({ id: choice.id, name: own(choice.label) }))
  return <ReferenceSelect options={options} sorted={false} value={value} disabled={!canWrite} label={label}
    testId={`cell-${column}`} onChange={onChange} />
}
