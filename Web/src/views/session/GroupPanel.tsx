import { useEffect, useRef } from 'react'
import type { BreakoutGroup } from '../../model/sessionAreas'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useSession } from './SessionContext'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'

/** The groups people are in: one's own first, with the way to what it works on. */
export function GroupPanel() {
  const { t } = useWords()
  const { details, view } = useSession()
  const announce = useAnnounce()
  const { groups, groupsByChoice } = view.state.areas
  const me = details.me.participantId ?? ''
  const own = groups.find(one => one.members.includes(me))
  const were = useRef(groups.length)
  useEffect(() => {
    if (were.current > 0 && groups.length === 0) announce(t('groups.recalled'))
    were.current = groups.length
  }, [groups.length, announce, t])
  if (groups.length === 0) return null
  const isParticipant = details.role === 'participant'
  return (
    <section aria-labelledby="groups-heading" className="stack" data-testid="groups">
      <h2 id="groups-heading">{own ? t('groups.own', { group: own.name }) : t('groups.title')}</h2>
      {isParticipant && !own && (
        <p className="notice" role="status">{t(groupsByChoice ? 'groups.choose' : 'groups.none')}</p>
      )}
      {own?.modelId !== undefined && <p><Link className="button primary" href={paths.model(details.id, own.modelId)}
        data-testid="group-model">{t('groups.toModel')}</Link></p>}
      <ul className="group-list">{groups.map(group => <GroupCard key={group.groupId} group={group} isOwn={group === own}
        mayGo={isParticipant && groupsByChoice && group !== own} />)}</ul>
    </section>
  )
}

function GroupCard({ group, isOwn, mayGo }: { group: BreakoutGroup, isOwn: boolean, mayGo: boolean }) {
  const { t } = useWords()
  const { view } = useSession()
  const { nameAndUnit } = usePeople()
  const { send, error } = useCommand()
  const model = view.models.find(one => one.id === group.modelId)
  return (
    <li className={`sheet stack-small ${isOwn ? 'own' : ''}`} data-testid={`group-${group.groupId}`}>
      <h3>{group.name}</h3>
      {model && <p className="quiet small">{model.title}</p>}
      <ul className="plain">{group.members.map(id => <li key={id}>{nameAndUnit(id)}</li>)}</ul>
      {group.members.length === 0 && <p className="quiet">{t('groups.empty')}</p>}
      {mayGo && (
        <button type="button" className="button" aria-label={t('groups.joinNamed', { group: group.name })}
          onClick={() => void send({ kind: 'joinGroup', groupId: group.groupId })}
          data-testid={`join-${group.groupId}`}>{t('groups.join')}</button>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </li>
  )
}
