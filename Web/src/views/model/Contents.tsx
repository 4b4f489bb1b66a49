import type { Section } from '../../model/fieldDefinition'
import { fieldOf } from '../../model/peer'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { UnitBadge } from '../ui/UnitBadge'
import { jump } from './jump'
import { useLacking } from './ModelContext'
import { usePeerPlaces } from './PeersContext'

/** The margin: the sections, what each still lacks, and who is where. */
export function Contents({ sections }: { sections: readonly Section[] }) {
  const { t, own } = useWords()
  const missing = useLacking()
  const peers = usePeerPlaces()
  const { week } = useSessionSetting()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const elsewhere = peers.filter(peer => peer.field === null)
  return (
    <nav className="model-contents no-print" aria-label={t('contents.title')}>
      <p className="contents-title">{t('contents.title')}</p>
      <ul>
        {sections.map(section => {
          const lacking = section.fields.filter(field => missing.has(field.id)).length
          const here = peers.filter(peer => section.fields.some(field => field.id === fieldOf(peer.field)))
          return (
            <li key={section.id}>
              <a href={`#section-${section.id}`} onClick={event => jump(event, `section-${section.id}`)}>
                {own(section.label)}
              </a>
              {lacking > 0 && <span className="lacking-count">{t('contents.missing', { count: lacking })}</span>}
              {here.length > 0 && <span className="contents-peers">{here.map(peer => (
                <UnitBadge key={peer.clientId} id={peer.user.unitId} name={peer.user.name} ids={ids} />
              ))}
                <span className="visually-hidden">{here.map(peer => peer.user.name).join(', ')}</span></span>}
            </li>
          )
        })}
        <li><a href="#confirm" onClick={event => jump(event, 'confirm')}>{t('confirm.title')}</a></li>
      </ul>
      {elsewhere.length > 0 && <>
        <p className="contents-title">{t('contents.reading')}</p>
        <ul>{elsewhere.map(peer => <li key={peer.clientId} className="party"><UnitBadge id={peer.user.unitId}
          name={peer.user.name} ids={ids} />{peer.user.name}</li>)}</ul>
      </>}
    </nav>
  )
}
