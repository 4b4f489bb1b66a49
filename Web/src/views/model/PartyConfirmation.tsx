import { useState } from 'react'
import { formatDate } from '../../model/dates'
import type { Confirmation } from '../../model/modelSummary'
import { mayFacilitate } from '../../model/session'
import { api } from '../../net/api'
import { useWords } from '../app/LanguageContext'
import { useSession } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { UnitBadge } from '../ui/UnitBadge'
import { ChangedSince } from './ChangedSince'
import type { Party } from './ConfirmationPanel'
import { useModel } from './ModelContext'

/** One party's word: confirmed, confirmed before a change, or not yet. */
export function PartyConfirmation({ party, confirmation }: { party: Party, confirmation: Confirmation | undefined }) {
  const { t, language } = useWords()
  const { week, details } = useSession()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const id = party.unitId ?? party.externalId ?? ''
  return (
    <div className={`party-confirmation ${confirmation?.state ?? 'none'}`} data-testid={`confirmation-${id}`} data-state={confirmation?.state ?? 'none'}>
      <UnitBadge id={id} name={party.name} ids={ids} away={!confirmation} />
      <div className="stack-small">
        <p><strong>{party.name}</strong></p>
        {confirmation === undefined && <p className="quiet">{t('confirm.notYet')}</p>}
        {confirmation && <p className={confirmation.state === 'current' ? 'confirmed' : 'before-change'}>
          {confirmation.state === 'current' && <Icon name="check" />}
          {t(confirmation.state === 'current' ? 'confirm.current' : 'confirm.beforeChange', { date: formatDate(confirmation.on, language), function: confirmation.function ?? '' })}
        </p>}
        {confirmation?.give && <p><span className="quiet">{t('confirm.gives')}</span> {confirmation.give}</p>}
        {confirmation?.need && <p><span className="quiet">{t('confirm.needs')}</span> {confirmation.need}</p>}
        {confirmation?.state === 'beforeChange' && confirmation.contentVersion && <ChangedSince contentVersion={confirmation.contentVersion} party={party.name} open={id === details.me.unitId || id === details.me.externalId} />}
        {confirmation && <Withdraw id={id} name={party.name} />}
      </div>
    </div>
  )
}

function Withdraw({ id, name }: { id: string, name: string }) {
  const { t } = useWords()
  const { details, store } = useSession()
  const { summary } = useModel()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const mine = details.me.unitId === id || details.me.externalId === id || mayFacilitate(details.role)
  if (!mine) return null
  const withdraw = async () => {
    if (!sure) {
      setSure(true)
      return
    }
    try {
      await api.withdraw(summary.id, id)
      store.replaceModel(await api.model(summary.id))
    } catch (failure) {
      setError(failure)
    } finally {
      setSure(false)
    }
  }
  return (
    <div className="no-print">
      <button type="button" className={`button quiet slim ${sure ? 'armed' : ''}`} onClick={() => void withdraw()} aria-label={t(sure ? 'confirm.withdrawSureNamed' : 'confirm.withdrawNamed', { party: name })} data-testid={`withdraw-${id}`}>
        {t(sure ? 'confirm.withdrawSure' : 'confirm.withdraw')}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
