import { useState, type FormEvent } from 'react'
import { isEmpty, singleId, written, type PartItem, type PartValue, type WeekPart } from '../../model/weekPart'
import { Problem } from '../../net/problem'
import { weekParts } from '../../net/weekParts'
import { useWords } from '../shared/LanguageContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { ColumnInput } from './ColumnInput'

interface Properties {
  weekId: string
  part: WeekPart
  parts: readonly WeekPart[]
  /** Null for a new one. */
  item: PartItem | null
  onSaved: () => void
  /** Reads again what others changed; what is written here stays. */
  onStale: () => void
  onClose: () => void
}

/** One item, written or changed. Only what was touched is sent, against what was read. */
export function ItemForm({ weekId, part, parts, item, onSaved, onStale, onClose }: Properties) {
  const { t, language } = useWords()
  const [edits, setEdits] = useState<Record<string, PartValue>>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const value = (member: string) => member in edits ? edits[member] : item?.values[member]
  const complete = part.columns.every(column => !column.isRequired || !isEmpty(value(column.member)))
  const faults = error instanceof Problem ? error.faults : []
  const faultOf = (member: string) => {
    const fault = faults.find(one => one.path === `$.values.${member}` || one.path.startsWith(`$.values.${member}.`)
      || one.path.startsWith(`$.values.${member}[`))
    return fault === undefined ? undefined : language === 'en' ? fault.messageEn ?? fault.message : fault.message
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const values = written(edits)
      if (item === null && !part.isSingle) await weekParts.add(weekId, part.id, values)
      else await weekParts.change(weekId, part.id, item?.id ?? singleId, item?.tag ?? '*', values)
      onSaved()
    } catch (failure) {
      setError(failure)
      setBusy(false)
      if (failure instanceof Problem && failure.status === 412) onStale()
    }
  }
  return (
    <form className="sheet stack item-form" onSubmit={event => void submit(event)} data-testid={`form-${part.id}`}>
      {part.columns.map(column => <ColumnInput key={column.member} column={column} value={value(column.member)}
        parts={parts} error={faultOf(column.member)}
        onChange={next => setEdits(before => ({ ...before, [column.member]: next }))} />)}
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy || !complete || Object.keys(edits).length === 0}
          data-testid="part-save">{t('basis.save')}</button>
        <button type="button" className="button quiet" onClick={onClose}>{t('cancel')}</button>
      </div>
    </form>
  )
}
