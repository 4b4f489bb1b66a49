import type { EntityKind, FieldDefinition } from '../../model/fieldDefinition'
import { fieldMap, readReferences, toggleReference } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { ChoiceList } from '../ui/ChoiceList'
import { useOptions } from './useOptions'

/** Several of the week's goals or units, ticked in a list. */
export function ReferencesField({ field, to }: { field: FieldDefinition, to: EntityKind }) {
  const { t, own } = useWords()
  const { document, canWrite, stand } = useModelEditing()
  const map = fieldMap(document.doc, field.id)
  useObserved(map)
  const options = useOptions(to)
  const chosen = readReferences(map)
  const unknown = chosen.filter(id => !options.some(option => option.id === id))
    .map(id => ({ id, name: t('choices.unknown', { id }) }))
  return (
    <div onFocus={() => stand(field.id)} onBlur={() => stand(null)}>
      <ChoiceList legend={own(field.label)} hideLegend choices={[...options, ...unknown]} chosen={chosen}
        readOnly={!canWrite} testId={`list-${field.id}`}
        onToggle={(id, on) => document.edit(() => toggleReference(map, id, on))} />
    </div>
  )
}
