import type { FieldDefinition } from '../../model/fieldDefinition'
import { fieldText } from '../../model/layout'
import { useModelEditing } from '../model/ModelContext'
import { RowsField } from '../rows/RowsField'
import { CoText } from './CoText'
import { DateRangeField } from './DateRangeField'
import { ReferenceField } from './ReferenceField'
import { ReferencesField } from './ReferencesField'
import { TextWithDateField } from './TextWithDateField'
import { UnitFunctionField } from './UnitFunctionField'

/** The editor that fits the field's kind. */
export function FieldEditor({ field }: { field: FieldDefinition }) {
  const { document } = useModelEditing()
  const labels = { labelledBy: `label-${field.id}`, describedBy: `question-${field.id}` }
  switch (field.kind.kind) {
    case 'text':
      return <CoText text={fieldText(document.doc, field.id)} path={field.id} {...labels} lines={1} singleLine />
    case 'longText': return <CoText text={fieldText(document.doc, field.id)} path={field.id} {...labels} lines={3} />
    case 'textWithDate': return <TextWithDateField field={field} />
    case 'reference': return <ReferenceField field={field} to={field.kind.to} />
    case 'references': return <ReferencesField field={field} to={field.kind.to} />
    case 'dateRange': return <DateRangeField field={field} />
    case 'unitFunction': return <UnitFunctionField field={field} />
    case 'rows': return <RowsField field={field} kind={field.kind} />
  }
}
