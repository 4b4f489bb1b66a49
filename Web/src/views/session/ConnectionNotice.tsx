import { useEffect, useState } from 'react'
import { useWords } from '../shared/LanguageContext'
import { obstacleText } from '../shared/obstacleText'
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
    return <p className="notice danger" role="alert" data-testid="session-deleted">
      <strong>{t('removal.sessionGone')}</strong> {t('removal.sessionGone.detail')}
    </p>
  }
  if (view.gone) {
    return (
      <p className="notice danger" role="alert" data-testid="session-gone">
        <strong>{t('problem.unauthorised')}</strong> {t('access.gone.detail')}
      </p>
    )
  }
  if (!long) return null
  if (view.obstacle === null) {
    return <p className="notice warning" role="status" data-testid="session-offline">{t('session.offline')}</p>
  }
  const { title, detail } = obstacleText(view.obstacle, t)
  return <p className="notice warning" role="status" data-testid="session-offline" data-because={view.obstacle}>
    <strong>{title}</strong> {detail} {t('reach.again')} {t('reach.stale')}
  </p>
}
