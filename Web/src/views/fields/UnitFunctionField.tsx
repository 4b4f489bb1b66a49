import { useId } from 'react'
import type { FieldDefinition } from '../../model/fieldDefinition'
import { textOf, valuesMap } from '../../model/layout'
import { useWords } from '../app/LanguageContext'
import { useModel } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { ReferenceSelect } from './ReferenceSelect'
import { SharedValueInput } from './SharedValueInput'
import { useOptions } from './useOptions'

/** A unit and one of its functions; never a person. */
export function UnitFunctionField({ field }: { field: FieldDefinition }) {
  const { t } = useWords()
  const { document, canWrite, stand } = useModel()
  const values = valuesMap(document.doc)
  useObserved(values)
  const units = useOptions('unit')
  const id = useId()
  const set = (part: string, text: string) => document.edit(() => { if (text === '') values.delete(`${field.id}.${part}`); else values.set(`${field.id}.${part}`, text) })
  return (
    <div className="two-columns" role="group" aria-labelledby={`label-${field.id}`} onFocus={() => stand(field.id)} onBlur={() => stand(null)}>
      <div className="field"><label htmlFor={`${id}-unit`}>{t('unit')}</label>
        <ReferenceSelect id={`${id}-unit`} options={units} value={textOf(values.get(`${field.id}.unitId`))} disabled={!canWrite} onChange={unit => set('unitId', unit)} testId={`select-${field.id}.unitId`} /></div>
      <div className="field"><label htmlFor={`${id}-function`}>{t('function')}</label>
        <SharedValueInput id={`${id}-function`} value={textOf(values.get(`${field.id}.function`))} readOnly={!canWrite} onChange={text => set('function', text)} testId={`text-${field.id}.function`} /></div>
    </div>
  )
}
