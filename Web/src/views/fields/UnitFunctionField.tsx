import { useId } from 'react'
import type { FieldDefinition } from '../../model/fieldDefinition'
import { ensureFunctionText, functionText, textOf, valuesMap } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { useModelEditing } from '../model/ModelContext'
import { useObserved } from '../model/useObserved'
import { CoText } from './CoText'
import { ReferenceSelect } from './ReferenceSelect'
import { useOptions } from './useOptions'

/** A unit and one of its functions; never a person. */
export function UnitFunctionField({ field }: { field: FieldDefinition }) {
  const { t } = useWords()
  const { document, canWrite, stand } = useModelEditing()
  const values = valuesMap(document.doc)
  useObserved(values)
  const units = useOptions('unit')
  const id = useId()
  const plain = textOf(values.get(`${field.id}.function`))
  const set = (part: string, text: string) => document.edit(() => {
    if (text === '') values.delete(`${field.id}.${part}`); else values.set(`${field.id}.${part}`, text)
  })
  return (
    <div className="two-columns" role="group" aria-labelledby={`label-${field.id}`}
      onFocus={event => { if (!(event.target instanceof HTMLTextAreaElement)) stand(field.id) }}
      onBlur={() => stand(null)}>
      <div className="field"><label htmlFor={`${id}-unit`}>{t('unit')}</label>
        <ReferenceSelect id={`${id}-unit`} options={units} value={textOf(values.get(`${field.id}.unitId`))}
          disabled={!canWrite} onChange={unit => set('unitId', unit)} testId={`select-${field.id}.unitId`} /></div>
      <div className="field"><span className="label" id={`${id}-function`}>{t('function')}</span>
        <CoText text={plain === '' ? functionText(document.doc, field.id) : null} plain={plain}
          make={() => ensureFunctionText(document.doc, field.id)}
          path={`${field.id}.function`} labelledBy={`label-${field.id} ${id}-function`} lines={1} singleLine /></div>
    </div>
  )
}
