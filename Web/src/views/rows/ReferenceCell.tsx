import type { EntityKind } from '../../model/fieldDefinition'
import { ReferenceSelect } from '../fields/ReferenceSelect'
import { useOptions } from '../fields/useOptions'
import { useModelEditing } from '../model/ModelContext'

export function ReferenceCell({ label, to, value, onChange, column }: {
  label: string, to: EntityKind, value: string, onChange: (id: string) => void, column: string
}) {
  const { canWrite } = useModelEditing()
  return <ReferenceSelect options={useOptions(to)} value={value} disabled={!canWrite} label={label}
    testId={`cell-${column}`} onChange={onChange} />
}
