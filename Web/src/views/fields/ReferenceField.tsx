import type { EntityKind, FieldDefinition } from '../../model/fieldDefinition'
import { textOf, valuesMap } from '../../model/layout'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { ReferenceSelect } from './ReferenceSelect'
import { useOptions } from './useOptions'

export function ReferenceField({ field, to }: { field: FieldDefinition, to: EntityKind }) {
  const { document, canWrite, stand } = useModelEditing()
  const values = valuesMap(document.doc)
  useObserved(values)
  const options = useOptions(to)
  const value = textOf(values.get(field.id))
  const chosen = options.find(option => option.id === value)
  return (
    <div className="stack-small">
      <ReferenceSelect options={options} value={value} disabled={!canWrite} labelledBy={`label-${field.id}`}
        describedBy={`question-${field.id}`} testId={`select-${field.id}`}
        onFocus={() => stand(field.id)} onBlur={() => stand(null)}
        onChange={id => document.edit(() => {
          if (id === '') values.delete(field.id); else values.set(field.id, id)
        })} />
      {chosen?.detail && <p className="hint">{chosen.detail}</p>}
    </div>
  )
}
