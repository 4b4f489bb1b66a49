import { useState, type FormEvent } from 'react'
import { formatDate } from '../../model/dates'
import type { ParkedRecord } from '../../model/areaState'
import { useWords } from '../shared/LanguageContext'
import { useDraft, useHasDraft } from './useDraft'
import { useSession, useSessionSetting } from './SessionContext'
import { DateInput } from '../ui/DateInput'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { newId, useCommand } from './useCommand'
import { usePeople } from './usePeople'

/** What is not for now: what it is, which unit takes it on, and by when. */
export function ParkedItems() {
  const { t } = useWords()
  const { view, details } = useSession()
  const { parked } = view.state.areas
  const mayPark = !view.state.ended && details.role !== 'observer' && details.role !== 'leader'
  if (parked.length === 0 && !mayPark) return null
  return (
    <section aria-labelledby="parked-heading" className="stack" data-testid="parked">
      <h2 id="parked-heading">{t('parked.title')}</h2>
      {parked.length === 0 && <p className="quiet">{t('parked.empty')}</p>}
      {parked.length > 0 && <ul className="listing">
        {parked.map(item => <ParkedRow key={item.itemId} item={item} mayChange={mayPark} />)}
      </ul>}
      {mayPark && <ParkForm />}
    </section>
  )
}

function ParkedRow({ item, mayChange }: { item: ParkedRecord, mayChange: boolean }) {
  const { t, language } = useWords()
  const { unitName } = usePeople()
  const { send, error } = useCommand()
  // Shown as pressed until the server has answered.
  const [wanted, setWanted] = useState<boolean | null>(null)
  const settle = async (settled: boolean) => {
    setWanted(settled)
    await send({ kind: 'settleItem', itemId: item.itemId, settled })
    setWanted(null)
  }
  const owner = [unitName(item.unitId, item.externalId), item.function].filter(Boolean).join(', ')
  const facts = [owner === ''
    ? t('parked.noOwner')
    : owner, item.due ? t('parked.by', { date: formatDate(item.due, language) }) : '']
  return (
    <li className={item.settled ? 'settled' : ''}>
      <p>{item.text}</p>
      <p className="quiet small">{facts.filter(Boolean).join(' · ')}</p>
      {mayChange && <label className="choice slim"><input type="checkbox" checked={wanted ?? item.settled}
        aria-label={t('parked.settledNamed', { text: item.text })}
        onChange={event => void settle(event.target.checked)} /><span>{t('parked.settled')}</span></label>}
      {error !== null && <ProblemNotice error={error} />}
    </li>
  )
}

function ParkForm() {
  const { t } = useWords()
  const [open, setOpen] = useState(useHasDraft('park'))
  if (!open) return <p><button type="button" className="button" onClick={() => setOpen(true)}
    data-testid="park-open"><Icon name="plus" />{t('parked.add')}</button></p>
  return <OpenParkForm onDone={() => setOpen(false)} />
}

function OpenParkForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const { week } = useSessionSetting()
  const { send, error } = useCommand()
  const [text, setText, forget] = useDraft({ name: 'park', label: t('drafts.parked') })
  const [owner, setOwner] = useState('')
  const [role, setRole] = useState('')
  const [due, setDue] = useState('')
  const leave = () => {
    forget()
    onDone()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const party = owner === ''
      ? {}
      : week.units.some(one => one.id === owner) ? { unitId: owner } : { externalId: owner }
    const accepted = await send({
      kind: 'parkItem', itemId: newId('x-'), text: text.trim(), ...party,
      ...role.trim() === '' ? {} : { function: role.trim() }, ...due === '' ? {} : { due }
    })
    if (accepted) leave()
  }
  return (
    <form className="sheet stack" onSubmit={event => void submit(event)}>
      <TextInput label={t('parked.what')} value={text} onChange={setText} limit="note" autoFocus
        data-testid="park-text" />
      <div className="form-grid">
        <div className="field"><label htmlFor="park-owner">{t('parked.owner')}</label>
          <select id="park-owner" className="select" value={owner} onChange={event => setOwner(event.target.value)}
            data-testid="park-owner">
            <option value="">{t('parked.noOwner')}</option>
            {[...week.units, ...week.externalParties].map(one => (
              <option key={one.id} value={one.id}>{one.name}</option>
            ))}
          </select></div>
        <TextInput label={t('function')} value={role} onChange={setRole} limit="line" />
        <DateInput label={t('parked.due')} value={due} onChange={setDue} testId="park-due" />
      </div>
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={text.trim() === ''} data-testid="park-submit">
          {t('parked.submit')}
        </button>
        <button type="button" className="button quiet" onClick={leave}>{t('cancel')}</button>
      </div>
    </form>
  )
}
