import { useState } from 'react'
import { formatDate, todayInDenmark } from '../../model/dates'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useSessionSetting } from './SessionContext'

/** How long the code holds, and a new one in its place. */
export function RenewCode() {
  const { t, language } = useWords()
  const { details, store } = useSessionSetting()
  const announce = useAnnounce()
  const [armed, setArmed] = useSecondPress()
  const [error, setError] = useState<unknown>(null)
  const ends = details.joinCodeExpiresAt ?? null
  const renew = async () => {
    setArmed(!armed)
    if (!armed) return
    setError(null)
    try {
      await api.renewJoinCode(details.id)
      await store.reload()
      announce(t('invite.code.renewed'))
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="cluster renew">
      {ends !== null && <p className="quiet small" data-testid="invite-until">
        {ends <= store.now()
          ? t('invite.code.over')
          : t('invite.code.until', { date: formatDate(todayInDenmark(new Date(ends)), language) })}
      </p>}
      <button type="button" className={`button quiet slim ${armed ? 'armed' : ''}`} onClick={() => void renew()}
        data-testid="invite-renew">
        {t(armed ? 'invite.code.renewAnyway' : 'invite.code.renew')}
      </button>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  )
}
