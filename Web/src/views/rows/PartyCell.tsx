import { textOf, type Row } from '../../model/layout'
import { useWords } from '../shared/LanguageContext'
import { ReferenceSelect } from '../fields/ReferenceSelect'
import { useOptions } from '../fields/useOptions'
import { useModelEditing } from '../model/ModelContext'

/** A unit or somebody from outside; a row belongs to one of them. */
export function PartyCell({ label, row }: { label: string, row: Row }) {
  const { t } = useWords()
  const { document, canWrite } = useModelEditing()
  const units = useOptions('unit').map(option => ({ ...option, group: t('party.units') }))
  const externals = useOptions('external').map(option => ({ ...option, group: t('party.externals') }))
  const choose = (id: string) => document.edit(() => {
    const outside = externals.some(option => option.id === id)
    row.delete(outside ? 'unitId' : 'externalId')
    if (id === '') row.delete('unitId')
    else row.set(outside ? 'externalId' : 'unitId', id)
  })
  return <ReferenceSelect options={[...units, ...externals]}
    value={textOf(row.get('unitId')) || textOf(row.get('externalId'))} disabled={!canWrite} label={label}
    testId="cell-party" onChange={choose} />
}
