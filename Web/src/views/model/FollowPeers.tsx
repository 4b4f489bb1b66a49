import { useEffect, useState } from 'react'
import { fieldOf } from '../../model/peer'
import { useAnnounce } from '../shared/Announcer'
import { isWriting } from '../shared/isWriting'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { UnitBadge } from '../ui/UnitBadge'
import { usePeerPlaces } from './PeersContext'

/**
 * Who else has the model open, and following one of them: the page goes to the field where that person is. Writing,
 * Escape or a press ends it, and somebody who writes is never moved.
 */
export function FollowPeers() {
  const { t, own } = useWords()
  const { week, definitions, details } = useSessionSetting()
  // Nobody follows oneself, on another device, or somebody without a name.
  const peers = usePeerPlaces()
    .filter(({ user }) => user.name !== '' && user.participantId !== details.me.participantId)
  const announce = useAnnounce()
  const [followed, setFollowed] = useState<number | null>(null)
  const peer = peers.find(one => one.clientId === followed)
  const field = fieldOf(peer?.field ?? null)
  const hasLeft = followed !== null && peer === undefined
  useEffect(() => { if (hasLeft) setFollowed(null) }, [hasLeft])
  useEffect(() => {
    if (field !== null && !isWriting()) document.getElementById(`field-${field}`)?.scrollIntoView({ block: 'center' })
  }, [field])
  useEffect(() => {
    if (followed === null) return undefined
    const stop = () => setFollowed(null)
    const pressed = (event: KeyboardEvent) => { if (event.key === 'Escape') stop() }
    document.addEventListener('input', stop)
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('input', stop)
      document.removeEventListener('keydown', pressed)
    }
  }, [followed])
  if (peers.length === 0) return null
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const placeOf = (path: string | null) =>
    own(definitions.fields.find(one => one.id === fieldOf(path))?.label ?? { da: '', en: '' })
  const follow = (clientId: number, name: string) => {
    const isOn = clientId !== followed
    setFollowed(isOn ? clientId : null)
    announce(t(isOn ? 'follow.on' : 'follow.off', { name }))
  }
  return (
    <section className="follow no-print" aria-label={t('follow.here')}>
      <ul className="cluster">{peers.map(({ clientId, user, field: path }) => (
        <li key={clientId}><button type="button" className="button follow-button" aria-pressed={clientId === followed}
          aria-label={t(clientId === followed ? 'follow.stopNamed' : 'follow.startNamed', { name: user.name })}
          onClick={() => follow(clientId, user.name)} data-testid={`follow-${user.participantId}`}>
          <UnitBadge id={user.unitId} name={user.name} ids={ids} />
          <span>
            {t(clientId === followed ? 'follow.following' : 'follow.follow', { name: user.name })}
            {placeOf(path) !== '' && <span className="quiet small"> · {placeOf(path)}</span>}
          </span>
        </button></li>
      ))}</ul>
    </section>
  )
}
