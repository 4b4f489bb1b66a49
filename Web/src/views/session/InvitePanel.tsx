import { useState } from 'react'
import { formatDate, todayInDenmark } from '../../model/dates'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { CopyField } from '../ui/CopyField'
import { ProblemNotice } from '../ui/ProblemNotice'
import { QrPicture } from '../ui/QrPicture'
import { AccessList } from './AccessList'
import { LobbyForm } from './LobbyForm'
import { LeaderRequestForm } from './LeaderRequestForm'
import { RenewCode } from './RenewCode'
import { ScreenLink } from './ScreenLink'
import { useSessionSetting } from './SessionContext'

/**
 * Code, link and picture for those who join; personal links for those who facilitate,
 * watch or lead; and who has access.
 */
export function InvitePanel() {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const code = details.joinCode ?? ''
  const [linksMade, setLinksMade] = useState(0)
  const url = details.joinUrl || `${location.origin}${paths.join(code)}`
  return (
    <section className="sheet invite" aria-labelledby="invite-heading" data-testid="invite">
      <h2 id="invite-heading">{t('invite.title')}</h2>
      {code !== '' && <div className="invite-code">
        <QrPicture text={url} label={t('invite.qr')} />
        <div className="stack">
          <p><span className="quiet">{t('invite.goTo', { address: location.host })}</span><br /><strong className="code"
            data-testid="invite-code">{spaced(code)}</strong></p>
          <CopyField label={t('invite.link')} value={url} testId="invite-link" />
          <RenewCode />
          <ScreenLink code={code} onMade={() => setLinksMade(count => count + 1)} />
        </div>
      </div>}
      <LobbyForm />
      <PersonalLinks onMade={() => setLinksMade(count => count + 1)} />
      <AccessList version={linksMade} />
    </section>
  )
}

/** Read more easily in groups: `ABCD 1234`. */
function spaced(code: string): string {
  return code.length >= 6 && !/[\s-]/.test(code) ? code.replace(/(.{3,4})(?=.{3,})/g, '$1 ').trim() : code
}

type Kind = 'facilitator' | 'observer' | 'leader'

function PersonalLinks({ onMade }: { onMade: () => void }) {
  const { t, language } = useWords()
  const { details, week } = useSessionSetting()
  // A leader's link opens a unit's plan: the administrator makes it.
  const kinds: readonly Kind[] = details.role === 'administrator'
    ? ['leader', 'facilitator', 'observer']
    : ['facilitator', 'observer']
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'observer')
  const [unit, setUnit] = useState(week.units[0]?.id ?? '')
  const [made, setMade] = useState<{ url: string, label: string, expiresAt: number | undefined } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setError(null)
    setMade(null)
    try {
      const { url, expiresAt } = await api.invite(details.id, kind, kind === 'leader' ? unit : undefined)
      const whom = kind === 'leader' ? week.units.find(one => one.id === unit)?.name ?? '' : ''
      setMade({ url, label: t(`invite.linkFor.${kind}`, { unit: whom }), expiresAt })
      onMade()
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <details className="disclosure">
      <summary>{t('invite.personal')}</summary>
      <div className="stack">
        <p className="quiet">{t('invite.personal.text')}</p>
        <div className="cluster form-line">
          <div className="field"><label htmlFor="invite-kind">{t('invite.for')}</label>
            <select id="invite-kind" className="select" value={kind}
              onChange={event => setKind(event.target.value as Kind)} data-testid="invite-role">
              {kinds.map(one => <option key={one} value={one}>{t(`role.${one}`)}</option>)}
            </select></div>
          {kind === 'leader' && <div className="field"><label htmlFor="invite-unit">{t('invite.unit')}</label>
            <select id="invite-unit" className="select" value={unit} onChange={event => setUnit(event.target.value)}
              data-testid="invite-unit">
              {week.units.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select></div>}
          <button type="button" className="button" onClick={() => void make()} data-testid="invite-make">
            {t('invite.make')}
          </button>
        </div>
        {error !== null && <ProblemNotice error={error} />}
        {made && <CopyField label={made.label} value={made.url} testId="invite-url" />}
        {made?.expiresAt !== undefined && <p className="quiet small" data-testid="invite-ends">
          {t('invite.ends', { date: formatDate(todayInDenmark(new Date(made.expiresAt)), language) })}
        </p>}
        {details.role !== 'administrator' && <LeaderRequestForm />}
      </div>
    </details>
  )
}
