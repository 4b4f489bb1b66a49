import { useCallback, useEffect, useState } from 'react'
import { compareDanish } from '../../model/danish'
import { formatDate, todayInDenmark } from '../../model/dates'
import type { SessionGrant } from '../../model/session'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useSessionSetting } from './SessionContext'
import { SignInList } from './SignInList'

/** Personal links first: it is those that are passed on. */
const order = ['administrator', 'facilitator', 'leader', 'observer', 'participant'] as const

/**
 * Who may be in the session, and taking it back; one's own cannot be taken back here.
 * `version` changes when there are more.
 */
export function AccessList({ version }: { version: number }) {
  const { t, language } = useWords()
  const { details, week } = useSessionSetting()
  const announce = useAnnounce()
  const [isOpen, setOpen] = useState(false)
  const [grants, setGrants] = useState<readonly SessionGrant[]>([])
  const [error, setError] = useState<unknown>(null)
  const load = useCallback(async () => {
    try {
      setGrants(await api.grants(details.id))
    } catch (failure) {
      setError(failure)
    }
  }, [details.id])
  useEffect(() => { if (isOpen) void load() }, [isOpen, load, version])

  const named = grants.map(grant => ({ grant, whom: nameOf(grant) }))
    .sort((a, b) => order.indexOf(a.grant.role) - order.indexOf(b.grant.role) || compareDanish(a.whom, b.whom)
      || a.grant.createdAt - b.grant.createdAt)
  function nameOf(grant: SessionGrant): string {
    const role = t(`role.${grant.role}`)
    if (grant.role === 'leader') {
      return t('access.leaderOf', { unit: week.units.find(one => one.id === grant.unitId)?.name ?? '' })
    }
    return grant.displayName ? `${grant.displayName}, ${role.toLocaleLowerCase('da')}` : role
  }
  /** Somebody must go on leading: one's own role is given away only when another has it. */
  const others = grants.filter(grant => grant.role === 'facilitator' && !grant.isOwn).length
  const appoint = async (participantId: string, whom: string) => {
    setError(null)
    try {
      await api.appoint(details.id, participantId)
      announce(t('access.appointed', { whom }))
    } catch (failure) {
      setError(failure)
    }
    await load()
  }
  const revoke = async (grant: SessionGrant, whom: string) => {
    setError(null)
    try {
      await api.revoke(details.id, grant.id)
      announce(t('access.revoked', { whom }))
    } catch (failure) {
      setError(failure)
    }
    await load()
  }
  const signOut = async (grant: SessionGrant, whom: string) => {
    setError(null)
    try {
      await api.signOutGrant(details.id, grant.id)
      announce(t('signIns.done', { whom }))
    } catch (failure) {
      setError(failure)
    }
    await load()
  }
  return (
    <details className="disclosure" onToggle={event => setOpen(event.currentTarget.open)} data-testid="access">
      <summary>{t('access.title')}</summary>
      <div className="stack">
        <p className="quiet">{t('access.text')}</p>
        {error !== null && <ProblemNotice error={error} />}
        <ul className="access-list">
          {named.map(({ grant, whom }) => (
            <li key={grant.id}>
              <span>
                {whom} <span className="quiet small">
                  {t('access.since', { date: formatDate(todayInDenmark(new Date(grant.createdAt)), language) })}
                  {grant.expiresAt != null
                    && ` · ${t('access.until', {
                      date: formatDate(todayInDenmark(new Date(grant.expiresAt)), language)
                    })}`}
                </span>
              </span>
              {grant.role === 'participant' && grant.participantId && <button type="button"
                className="button quiet slim" aria-label={t('access.appointNamed', { whom })}
                onClick={() => void appoint(grant.participantId ?? '', whom)}
                data-testid={`appoint-${grant.participantId}`}>{t('access.appoint')}</button>}
              {grant.isOwn && grant.role === 'facilitator' && others > 0 && <TakeBack whom={t('access.own')}
                onSure={() => void revoke(grant, t('access.own'))} testId="hand-over" word="access.handOver" />}
              {grant.isOwn
                ? <span className="quiet">{t('people.me')}</span>
                : <TakeBack whom={whom} onSure={() => void revoke(grant, whom)} testId={`revoke-${grant.id}`} />}
              {(grant.signIns ?? []).length > 0 && <SignInList signIns={grant.signIns ?? []} whom={whom}
                onSignOut={grant.isOwn ? null : () => void signOut(grant, whom)} testId={`sign-ins-${grant.id}`} />}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function TakeBack({ whom, onSure, testId, word = 'access.revoke' }: {
  whom: string, onSure: () => void, testId: string, word?: 'access.revoke' | 'access.handOver'
}) {
  const { t } = useWords()
  const [armed, setArmed] = useSecondPress()
  const press = () => {
    setArmed(!armed)
    if (armed) onSure()
  }
  return (
    <button type="button" className={`button quiet slim ${armed ? 'armed' : ''}`} onClick={press} data-testid={testId}
      aria-label={t(armed ? 'access.revokeAnywayFor' : 'access.revokeFor', { whom })}>
      {t(armed ? 'access.revokeAnyway' : word)}
    </button>
  )
}
