import { useEffect, useRef } from 'react'
import { serverHealth } from '../../net/serverHealth'
import { useAnnounce } from './Announcer'
import { useWords } from './LanguageContext'
import { useRoute } from './useRoute'
import { useSignal } from './useSignal'

const askEveryMs = 10_000
const askWhileFailingMs = 3_000

/** On every page while the server cannot save: what still works, and what becomes of what one writes. */
export function StorageBanner() {
  const { t } = useWords()
  const announce = useAnnounce()
  const route = useRoute()
  const works = useSignal(serverHealth.changed, () => serverHealth.works)
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
  return works ? null : (
    <div className="notice danger storage-banner no-print" role="alert" data-testid="storage-banner">
      <p><strong>{t('storage.failing')}</strong> {t('storage.failing.text')}</p>
    </div>
  )
}
