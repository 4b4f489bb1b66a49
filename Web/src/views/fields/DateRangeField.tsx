import type { FieldDefinition } from '../../model/fieldDefinition'
import { textOf, valuesMap } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { DateInput } from '../ui/DateInput'

export function DateRangeField({ field }: { field: FieldDefinition }) {
  const { t } = useWords()
  const { document, canWrite, stand } = useModelEditing()
  const values = valuesMap(document.doc)
  useObserved(values)
  const start = textOf(values.get(`${field.id}.start`))
  const end = textOf(values.get(`${field.id}.end`))
  const set = (part: string, date: string) => document.edit(() => {
    if (date === '') values.delete(`${field.id}.${part}`); else values.set(`${field.id}.${part}`, date)
  })
  const backwards = start !== '' && end !== '' && end < start
  return (
    <div className="stack-small" role="group" aria-labelledby={`label-${field.id}`} onFocus={() => stand(field.id)}
      onBlur={() => stand(null)}>
      <div className="two-columns dates">
        <DateInput label={t('date.start')} value={start} readOnly={!canWrite} onChange={date => set('start', date)}
          testId={`date-${field.id}.start`} />
        <DateInput label={t('date.end')} value={end} readOnly={!canWrite} onChange={date => set('end', date)}
          testId={`date-${field.id}.end`} invalid={backwards} />
      </div>
      {backwards && <p className="error-text" role="alert">{t('date.backwards')}</p>}
    </div>
  )
}
