import { useState } from 'react'
import { confirmationOf } from '../../model/modelSummary'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useModel } from '../model/ModelContext'
import { useSessionSetting } from '../session/SessionContext'
import { useCommand } from '../session/useCommand'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'

/** Whether it is an agreement now, and who has still to say so; those who lead lock what was read. */
export function AgreementMoment() {
  const { t } = useWords()
  const { week, details } = useSessionSetting()
  const { summary } = useModel()
  const { send, error } = useCommand()
  const [busy, setBusy] = useState(false)
  const units = week.units.filter(unit => summary.parties.includes(unit.id))
  const waiting = units.filter(unit => confirmationOf(summary, { unitId: unit.id })?.state !== 'current')
  const isAgreement = units.length > 0 && waiting.length === 0
  const lock = async () => {
    setBusy(true)
    await send({ kind: summary.locked ? 'unlockModel' : 'lockModel', modelId: summary.id })
    setBusy(false)
  }
  return (
    <div className={`notice agreement-moment ${isAgreement ? 'success' : ''}`} role="status"
      data-testid="agreement-moment">
      {isAgreement
        ? <p className="moment-words"><Icon name="check" />{t('reading.isAgreement')}</p>
        : <p className="moment-words">{units.length === 0
          ? t('confirm.noParties')
          : t('reading.waiting', { units: waiting.map(unit => unit.name).join(', ') })}</p>}
      {mayFacilitate(details.role) && <p><button type="button" className="button" disabled={busy}
        onClick={() => void lock()} data-testid="reading-lock">
        <Icon name={summary.locked ? 'unlock' : 'lock'} />
        {t(summary.locked ? 'reading.unlock' : 'reading.lock')}
      </button></p>}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
