import { useState } from 'react'
import { formatDate } from '../../model/dates'
import type { Confirmation, Withdrawal } from '../../model/modelSummary'
import type { Party } from '../../model/party'
import { mayFacilitate } from '../../model/session'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useMe } from '../shared/MeContext'
import { useSessionSetting } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { UnitBadge } from '../ui/UnitBadge'
import { ChangedSince } from './ChangedSince'
import { useModel } from './ModelContext'

/** One party's word: confirmed, confirmed before a change, or not yet. */
export function PartyConfirmation({ party, confirmation }: { party: Party, confirmation: Confirmation | undefined }) {
  const { t, language } = useWords()
  const { week, details } = useSessionSetting()
  const { summary } = useModel()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const id = party.unitId ?? party.externalId ?? ''
  return (
    <div className={`party-confirmation ${confirmation?.state ?? 'none'}`} data-testid={`confirmation-${id}`}
      data-state={confirmation?.state ?? 'none'}>
      <UnitBadge id={id} name={party.name} ids={ids} away={!confirmation} />
      <div className="stack-small">
        <p><strong>{party.name}</strong></p>
        {confirmation === undefined && (
          <NotYet withdrawal={summary.withdrawals?.find(one => (one.unitId ?? one.externalId) === id)} />
        )}
        {confirmation && <p className={confirmation.state === 'current' ? 'confirmed' : 'before-change'}>
          {confirmation.state === 'current' && <Icon name="check" />}
          {t(confirmation.state === 'current' ? 'confirm.current' : 'confirm.beforeChange', {
            date: formatDate(confirmation.on, language), function: confirmation.function ?? ''
          })}
        </p>}
        {confirmation?.isFromCorrectedSeat === true && (
          <p className="before-change" data-testid={`corrected-${id}`}>{t('confirm.correctedSeat')}</p>
        )}
        {confirmation?.give && <p><span className="quiet">{t('confirm.gives')}</span> {confirmation.give}</p>}
        {confirmation?.need && <p><span className="quiet">{t('confirm.needs')}</span> {confirmation.need}</p>}
        {confirmation?.state === 'beforeChange' && confirmation.contentVersion && <ChangedSince
          contentVersion={confirmation.contentVersion} party={party.name}
          open={id === details.me.unitId || id === details.me.externalId} />}
        {confirmation && <Withdraw id={id} name={party.name} confirmation={confirmation} />}
      </div>
    </div>
  )
}

function NotYet({ withdrawal }: { withdrawal: Withdrawal | undefined }) {
  const { t } = useWords()
  if (withdrawal === undefined) return <p className="quiet">{t('confirm.notYet')}</p>
  const who = t(`confirm.withdrawnBy.${withdrawal.by ?? 'unknown'}`)
  return <p className="quiet" data-testid="withdrawn">{t('confirm.withdrawn', {
    who: withdrawal.function && withdrawal.by === 'maker' ? `${who} (${withdrawal.function})` : who
  })}</p>
}

/** For who gave it, the unit's leader, and who leads the session. */
function Withdraw({ id, name, confirmation }: { id: string, name: string, confirmation: Confirmation }) {
  const { t } = useWords()
  const { details, store } = useSessionSetting()
  const { grants } = useMe()
  const { summary } = useModel()
  const [sure, setSure] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isMaker = confirmation.participantId != null && confirmation.participantId === details.me.participantId
  const leadsUnit =
    (grants ?? []).some(grant => grant.role === 'leader' && grant.weekId === details.weekId && grant.unitId === id)
  const mine = isMaker || leadsUnit || mayFacilitate(details.role)
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
      <button type="button" className={`button quiet slim ${sure ? 'armed' : ''}`} onClick={() => void withdraw()}
        aria-label={t(sure ? 'confirm.withdrawSureNamed' : 'confirm.withdrawNamed', { party: name })}
        data-testid={`withdraw-${id}`}>
        {t(sure ? 'confirm.withdrawSure' : 'confirm.withdraw')}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
