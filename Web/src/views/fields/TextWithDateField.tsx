import type { FieldDefinition } from '../../model/fieldDefinition'
import { fieldText, textOf, valuesMap } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { DateInput } from '../ui/DateInput'
import { CoText } from './CoText'

export function TextWithDateField({ field }: { field: FieldDefinition }) {
  const { t } = useWords()
  const { document, canWrite, stand } = useModelEditing()
  const values = valuesMap(document.doc)
  useObserved(values)
  const key = `${field.id}.date`
  return (
    <div className="stack-small">
      <CoText text={fieldText(document.doc, field.id)} path={field.id} labelledBy={`label-${field.id}`}
        describedBy={`question-${field.id}`} lines={3} />
      <div className="single-date" onFocus={() => stand(field.id)} onBlur={() => stand(null)}>
        <DateInput label={t('date.when')} value={textOf(values.get(key))} readOnly={!canWrite} testId={`date-${key}`}
          onChange={date => document.edit(() => { if (date === '') values.delete(key); else values.set(key, date) })} />
      </div>
    </div>
  )
}
