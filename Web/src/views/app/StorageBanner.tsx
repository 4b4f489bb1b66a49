import { useEffect, useRef } from 'react'
import { serverHealth } from '../../net/serverHealth'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useRoute } from '../shared/useRoute'
import { useSignal } from '../shared/useSignal'

const askEveryMs = 10_000
const askWhileFailingMs = 3_000

/**
 * On every page while the server cannot save: what still works, and what becomes of what one writes. Long before that,
 * for administrators, that room is short.
 */
export function StorageBanner() {
  const { t } = useWords()
  const announce = useAnnounce()
  const route = useRoute()
  const works = useSignal(serverHealth.changed, () => serverHealth.works)
  const isNearlyFull = useSignal(serverHealth.changed, () => serverHealth.isNearlyFull)
  const failed = useRef(false)
  // A session's connection tells by itself when it begins; all ask for the end, should that connection be gone.
  const asks = !works || !('sessionId' in route)
  useEffect(() => {
    if (!asks) return undefined
    const ask = () => { if (document.visibilityState === 'visible') void serverHealth.ask() }
    ask()
    const timer = setInterval(ask, works ? askEveryMs : askWhileFailingMs)
    return () => clearInterval(timer)
  }, [asks, works])
  useEffect(() => {
    if (works && failed.current) announce(t('storage.works'))
    failed.current = !works
  }, [works, announce, t])
  if (works && isNearlyFull) {
    return (
      <div className="notice storage-banner no-print" role="status" data-testid="nearly-full-banner">
        <p><strong>{t('storage.nearlyFull')}</strong> {t('storage.nearlyFull.text')}</p>
      </div>
    )
  }
  return works ? null : (
    <div className="notice danger storage-banner no-print" role="alert" data-testid="storage-banner">
      <p><strong>{t('storage.failing')}</strong> {t('storage.failing.text')}</p>
    </div>
  )
}
