import { confirmationOf } from '../../model/modelSummary'
import { isSameParty, ownParty, partiesOf } from '../../model/party'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { ConfirmationForm } from './ConfirmationForm'
import { ValuesBeside } from './ValuesBeside'
import { PartyConfirmation } from './PartyConfirmation'
import { useModel } from './ModelContext'

/** Where the collaboration becomes an agreement: each unit says what it gives and needs. */
export function ConfirmationPanel() {
  const { t } = useWords()
  const { week, details } = useSessionSetting()
  const { summary } = useModel()
  const parties = partiesOf(week, summary)
  const own = ownParty(week, details.me)
  const takesPart = own !== undefined && parties.some(party => isSameParty(party, own))
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
      {own && takesPart && <ConfirmationForm key={own.unitId ?? own.externalId} parties={[own]} />}
      {own && !takesPart && details.role === 'participant' && (
        <p className="hint">{t('confirm.notParty', { unit: own.name })}</p>
      )}
      {forOthers && parties.length > 0 && <ConfirmationForm parties={parties} />}
    </section>
  )
}
