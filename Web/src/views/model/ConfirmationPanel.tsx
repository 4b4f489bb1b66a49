import { mayFacilitate } from '../../model/session'
import { confirmationOf } from '../../model/modelSummary'
import { useWords } from '../shared/LanguageContext'
import { useSession } from '../session/SessionContext'
import { ConfirmationForm } from './ConfirmationForm'
import { ValuesBeside } from './ValuesBeside'
import { PartyConfirmation } from './PartyConfirmation'
import { useModel } from './ModelContext'

export interface Party { unitId?: string, externalId?: string, name: string }

/** Where the collaboration becomes an agreement: each unit says what it gives and needs. */
export function ConfirmationPanel() {
  const { t } = useWords()
  const { week, details } = useSession()
  const { summary } = useModel()
  const parties: Party[] = [
    ...week.units
      .filter(unit => summary.parties.includes(unit.id) || summary.confirmations.some(one => one.unitId === unit.id))
      .map(unit => ({ unitId: unit.id, name: unit.name })),
    ...week.externalParties.filter(party => summary.confirmations.some(one => one.externalId === party.id))
      .map(party => ({ externalId: party.id, name: party.name })),
  ]
  const own = [
    ...week.units.map(unit => ({ unitId: unit.id, name: unit.name })),
    ...week.externalParties.map(party => ({ externalId: party.id, name: party.name }))
  ]
    .find(party => ('unitId' in party
      ? party.unitId === details.me.unitId
      : party.externalId === details.me.externalId))
  const takesPart = own !== undefined && parties.some(party => party.unitId === ('unitId' in own
    ? own.unitId
    : undefined) && party.externalId === ('externalId' in own ? own.externalId : undefined))
  const forOthers = mayFacilitate(details.role)
  return (
    <section className="model-section confirm" id="confirm" tabIndex={-1} aria-labelledby="confirm-heading"
      data-testid="confirm">
      <h2 id="confirm-heading">{t('confirm.title')}</h2>
      <p className="quiet">{t('confirm.text')}</p>
      {parties.length === 0 && <p className="empty">{t('confirm.noParties')}</p>}
      <dl className="values-beside"><ValuesBeside /></dl>
      <ul className="confirmations">
        {parties.map(party => <li key={party.unitId ?? party.externalId}>
          <PartyConfirmation party={party} confirmation={confirmationOf(summary, party)} />
        </li>)}
      </ul>
      {own && takesPart && <ConfirmationForm key={'unitId' in own ? own.unitId : own.externalId} parties={[own]} />}
      {own && !takesPart && details.role === 'participant' && (
        <p className="hint">{t('confirm.notParty', { unit: own.name })}</p>
      )}
      {forOthers && parties.length > 0 && <ConfirmationForm parties={parties} />}
    </section>
  )
}
