import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { ReferenceSelect } from '../fields/ReferenceSelect'

/** Yes, no, or not answered: a box that is not ticked cannot tell the last two apart. */
export function BooleanCell({ label, value, onChange, column }: {
  label: string, value: unknown, onChange: (value: boolean | null) => void, column: string
}) {
  const { t } = useWords()
  const { canWrite } = useModelEditing()
  const options = [{ id: 'yes', name: t('yes') }, { id: 'no', name: t('no') }]
  return <ReferenceSelect options={options} sorted={false} value={value === true ? 'yes' : value === false ? 'no' : ''}
    disabled={!canWrite} label={label} testId={`cell-${column}`}
    onChange={next => onChange(next === '' ? null : next === 'yes')} />
}
