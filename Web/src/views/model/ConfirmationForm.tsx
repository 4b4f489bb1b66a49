import { useId, useState, type FormEvent } from 'react'
import { confirmationOf } from '../../model/modelSummary'
import { fieldMap, readRows, textOf } from '../../model/layout'
import { partyId, type Party } from '../../model/party'
import { api } from '../../net/api'
import { Problem } from '../../net/problem'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { LongInput } from '../ui/LongInput'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'
import { jump } from './jump'
import { useModel } from './ModelContext'
import { waitUntilSaved } from './waitUntilSaved'

/** "Det giver vi, det har vi brug for": confirms for one's own unit, or (facilitator) for one that is chosen. */
export function ConfirmationForm({ parties }: { parties: readonly Party[] }) {
  const { t } = useWords()
  const { details, store } = useSessionSetting()
  const { summary, missing, document } = useModel()
  const announce = useAnnounce()
  const ids = useId()
  const several = parties.length > 1
    || (parties[0]?.unitId ?? parties[0]?.externalId) !== (details.me.unitId ?? details.me.externalId)
  const [index, setIndex] =
    useState(() => Math.max(0, parties.findIndex(one => confirmationOf(summary, one) === undefined)))
  const party = parties[Math.min(index, parties.length - 1)]
  const [give, setGive] = useState<string | null>(null)
  const [need, setNeed] = useState<string | null>(null)
  const [role, setRole] = useState(several ? '' : details.me.function ?? '')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (!party) return null
  // What the unit wrote under expectations is the natural beginning.
  const written = readRows(fieldMap(document.doc, 'expectations')).find(({ row }) =>
    row.get('unitId') === party.unitId && party.unitId !== undefined)?.row
  const giveText = give ?? textOf(written?.get('give'))
  const needText = need ?? textOf(written?.get('need'))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    if (missing.size > 0) {
      jump(event, 'missing')
      announce(t('missing.text', { count: missing.size }))
      return
    }
    setBusy(true)
    try {
      await waitUntilSaved(document)
      // The version that holds all that this page shows; should somebody write meanwhile, the server says so.
      const { contentVersion } = await api.model(summary.id)
      const confirmed = await api.confirm(summary.id, {
        contentVersion, give: giveText.trim(), need: needText.trim(), function: role.trim(),
        ...(several ? partyId(party) : {}),
      })
      store.replaceModel(confirmed)
      setGive(null)
      setNeed(null)
      announce(t('confirm.done', { party: party.name }))
    } catch (failure) {
      setError(failure)
      if (failure instanceof Problem && failure.status === 409) {
        store.replaceModel(await api.model(summary.id).catch(() => summary))
      }
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="sheet stack no-print" onSubmit={event => void submit(event)} aria-labelledby={`${ids}-heading`}
      data-testid={several ? 'confirm-form-other' : 'confirm-form'}>
      <h3 id={`${ids}-heading`}>{several ? t('confirm.forOther') : t('confirm.for', { unit: party.name })}</h3>
      {several && <div className="field"><label htmlFor={`${ids}-party`}>{t('confirm.party')}</label>
        <select id={`${ids}-party`} className="select" value={index}
          onChange={event => { setIndex(Number(event.target.value)); setGive(null); setNeed(null) }}
          data-testid="confirm-party">
          {parties.map((one, position) => (
            <option key={one.unitId ?? one.externalId} value={position}>{one.name}</option>
          ))}
        </select></div>}
      <div className="two-columns">
        <div className="field"><label htmlFor={`${ids}-give`}>{t('confirm.give')}</label>
          <LongInput id={`${ids}-give`} rows={3} value={giveText} limit="promise" onChange={setGive}
            data-testid="confirm-give" /></div>
        <div className="field"><label htmlFor={`${ids}-need`}>{t('confirm.need')}</label>
          <LongInput id={`${ids}-need`} rows={3} value={needText} limit="promise" onChange={setNeed}
            data-testid="confirm-need" /></div>
      </div>
      <TextInput label={t('confirm.function')} hint={t('confirm.function.hint')} value={role} onChange={setRole}
        limit="line" data-testid="confirm-function" />
      {missing.size > 0 && <p className="hint">{t('confirm.missingFirst', { count: missing.size })}</p>}
      {error !== null && <ProblemNotice error={error} focus />}
      <p><button type="submit" className="button primary large" disabled={busy || role.trim() === ''}
        data-testid="confirm-submit">
        {busy ? t('confirm.busy') : t('confirm.submit', { unit: party.name })}
      </button></p>
    </form>
  )
}
