import { useEffect, useRef } from 'react'
import { mayFacilitate } from '../../model/session'
import { useAnnounce } from '../shared/Announcer'
import { isWriting } from '../shared/isWriting'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { navigate } from '../shared/useRoute'
import { Link } from '../ui/Link'
import { useSession } from './SessionContext'
import { useCommand } from './useCommand'

/** What was said to all, where everybody is asked to be, and the way there. */
export function CallBanner({ modelId }: { modelId: string | null }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const announce = useAnnounce()
  const { call, announcement } = view.state.areas
  const facilitates = mayFacilitate(details.role)
  const target = call === null
    ? null
    : call.modelId === undefined ? paths.session(details.id) : paths.model(details.id, call.modelId)
  const isThere = call !== null && (call.modelId ?? null) === modelId
  useFollowing(call?.mode === 'takeAlong' && !isThere && !facilitates ? target : null)
  const heard = useRef(announcement)
  useEffect(() => {
    if (announcement !== heard.current && announcement !== '') announce(announcement)
    heard.current = announcement
  }, [announcement, announce])
  useEffect(() => {
    if (call !== null && !facilitates) announce(t(`callBanner.${call.mode}`))
  }, [call, facilitates, announce, t])
  const model = view.models.find(one => one.id === call?.modelId)
  const place = call?.modelId === undefined ? t('callBanner.sessionPage') : model?.title || t('model.untitled')
  if (announcement === '' && (call === null || isThere && !facilitates)) return null
  return (
    <div className="call-banner no-print" role="region" aria-label={t('callBanner.label')} data-testid="call-banner">
      {announcement !== '' && <p className="call-banner-said" data-testid="announcement">
        <strong>{t('callBanner.said')}</strong> {announcement}
      </p>}
      {call !== null && target !== null && <p className="call-banner-call cluster">
        <span>
          {t(facilitates ? `callBanner.${call.mode}.on` : `callBanner.${call.mode}`)} <strong>{place}</strong>
        </span>
        {!isThere && (
          <Link href={target} className="button primary" data-testid="call-banner-go">{t('callBanner.go')}</Link>
        )}
        {facilitates && <Release />}
      </p>}
    </div>
  )
}

function Release() {
  const { t } = useWords()
  const { send } = useCommand()
  return <button type="button" className="button" onClick={() => void send({ kind: 'release' })}
    data-testid="call-banner-release">{t('callBanner.release')}</button>
}

/** Goes to `target` at once, or as soon as the one who writes has left the field. */
function useFollowing(target: string | null): void {
  useEffect(() => {
    if (target === null) return undefined
    const follow = () => {
      if (!isWriting()) navigate(target)
    }
    follow()
    const later = () => setTimeout(follow, 0)
    document.addEventListener('focusout', later)
    return () => document.removeEventListener('focusout', later)
  }, [target])
}
