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
export function AttentionBanner({ modelId }: { modelId: string | null }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const announce = useAnnounce()
  const { call, announcement } = view.state.together
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
    if (call !== null && !facilitates) announce(t(`attention.${call.mode}`))
  }, [call, facilitates, announce, t])
  const model = view.models.find(one => one.id === call?.modelId)
  const place = call?.modelId === undefined ? t('attention.sessionPage') : model?.title || t('model.untitled')
  if (announcement === '' && (call === null || isThere && !facilitates)) return null
  return (
    <div className="attention no-print" role="region" aria-label={t('attention.label')} data-testid="attention">
      {announcement !== '' && <p className="attention-said" data-testid="announcement">
        <strong>{t('attention.said')}</strong> {announcement}
      </p>}
      {call !== null && target !== null && <p className="attention-call cluster">
        <span>{t(facilitates ? `attention.${call.mode}.on` : `attention.${call.mode}`)} <strong>{place}</strong></span>
        {!isThere && (
          <Link href={target} className="button primary" data-testid="attention-go">{t('attention.go')}</Link>
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
    data-testid="attention-release">{t('attention.release')}</button>
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
