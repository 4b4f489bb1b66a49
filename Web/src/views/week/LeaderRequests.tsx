import { useState } from 'react'
import { formatDate, todayInDenmark } from '../../model/dates'
import type { LeaderRequest } from '../../model/session'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { CopyField } from '../ui/CopyField'
import { ProblemNotice } from '../ui/ProblemNotice'

/** What facilitators ask the administrator for: each is answered with a link, or not. */
export function LeaderRequests({ weekId }: { weekId: string }) {
  const { t, language } = useWords()
  const { value: requests, reload } = useLoad(`leader requests ${weekId}`, () => api.leaderRequests(weekId))
  const [made, setMade] = useState<{ url: string, unit: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  if (requests === null || (requests.length === 0 && made === null)) return null
  const answer = async (work: () => Promise<void>) => {
    setError(null)
    setMade(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    }
    reload()
  }
  const make = (request: LeaderRequest) => answer(async () => {
    const { url } = await api.invite(request.sessionId, 'leader', request.unitId)
    setMade({ url, unit: request.unitName })
  })
  return (
    <section aria-labelledby="leader-requests-heading" className="stack no-print" data-testid="leader-requests">
      <h2 id="leader-requests-heading">{t('leaderLink.requests')}</h2>
      <ul className="access-list">{requests.map(request => (
        <li key={request.unitId}>
          <span>{request.unitName} <span className="quiet small">{t('leaderLink.askedIn', {
            session: request.sessionTitle, date: formatDate(todayInDenmark(new Date(request.askedAt)), language)
          })}</span></span>
          <button type="button" className="button slim" aria-label={t('leaderLink.makeFor', { unit: request.unitName })}
            onClick={() => void make(request)} data-testid={`leader-link-make-${request.unitId}`}>
            {t('invite.make')}
          </button>
          <button type="button" className="button quiet slim"
            aria-label={t('leaderLink.refuseFor', { unit: request.unitName })}
            onClick={() => void answer(() => api.refuseLeaderLink(weekId, request.unitId))}
            data-testid={`leader-link-refuse-${request.unitId}`}>{t('leaderLink.refuse')}</button>
        </li>
      ))}</ul>
      {made && (
        <CopyField label={t('invite.linkFor.leader', { unit: made.unit })} value={made.url} testId="leader-link-url" />
      )}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}
