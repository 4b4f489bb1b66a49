import { useEffect, useState } from 'react'
import { useWords } from '../app/LanguageContext'
import { useSession } from './SessionContext'

/** A blink of the network is nobody's business. */
const patienceMs = 2_500

export function ConnectionNotice() {
  const { t } = useWords()
  const { view } = useSession()
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (view.connected) {
      setLong(false)
      return undefined
    }
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [view.connected])
  if (view.deleted) {
    return <p className="notice danger" role="alert" data-testid="session-deleted"><strong>{t('removal.sessionGone')}</strong> {t('removal.sessionGone.detail')}</p>
  }
  if (view.gone) {
    return (
      <p className="notice danger" role="alert" data-testid="session-gone">
        <strong>{t('problem.unauthorised')}</strong> {t('problem.unauthorised.detail')}
      </p>
    )
  }
  return long ? <p className="notice warning" role="status" data-testid="session-offline">{t('session.offline')}</p> : null
}
