import { useEffect, useRef } from 'react'
import { fieldOf } from '../../model/peer'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { usePeerPlaces } from './PeersContext'

/** At most one sentence in this time, however many write. */
const quietMs = 12_000

/** Tells a screen reader, in summary, where others write: "Kultur, Fritid og Idræt skriver i Roller". */
export function ActivityAnnouncer() {
  const { t, own } = useWords()
  const announce = useAnnounce()
  const peers = usePeerPlaces()
  const { week, definitions } = useSessionSetting()
  const told = useRef<{ at: number, what: string }>({ at: 0, what: '' })
  useEffect(() => {
    const places = peers.flatMap(peer => {
      const section = definitions.sections.find(one => one.fields.some(field => field.id === fieldOf(peer.field)))
      const who = [...week.units, ...week.externalParties].find(one => one.id === peer.user.unitId)?.name
        ?? peer.user.name
      return section && who !== '' ? [t('activity.writes', { who, section: own(section.label) })] : []
    })
    const what = [...new Set(places)].sort().join('. ')
    if (what === '' || what === told.current.what || Date.now() - told.current.at < quietMs) return
    told.current = { at: Date.now(), what }
    announce(what)
  }, [peers, definitions, week, announce, t, own])
  return null
}
