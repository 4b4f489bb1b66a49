import { useState, type FormEvent } from 'react'
import { levels, type Level } from '../../model/level'
import { sessionsFor, type MarketMatch, type Marketplace, type MarketPost } from '../../model/marketplace'
import type { Week } from '../../model/week'
import { marketplace } from '../../net/marketplace'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { LevelMark } from '../ui/LevelMark'
import { Link } from '../ui/Link'
import { ProblemNotice } from '../ui/ProblemNotice'
import { TextInput } from '../ui/TextInput'

interface Properties {
  week: Week
  market: Marketplace
  match: MarketMatch
  offer: MarketPost
  need: MarketPost
  onChanged: () => void
}

/** An offer that meets a need: what became of it, or a form to make a collaboration of it. */
export function MatchView({ week, market, match, offer, need, onChanged }: Properties) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const name = (id: string) => week.units.find(unit => unit.id === id)?.name ?? id
  const sessions = sessionsFor(market, week.sessions, offer.citizenGroupId)
  return (
    <li className="sheet stack-small market-match" data-testid={`match-${offer.id}-${need.id}`}>
      <p><strong>{name(offer.unitId)}</strong> {t('market.offersTo')} <strong>{name(need.unitId)}</strong></p>
      <dl className="market-both">
        <div><dt className="quiet small">{t('market.offered')}</dt><dd>{offer.text}</dd></div>
        <div><dt className="quiet small">{t('market.needed')}</dt><dd>{need.text}</dd></div>
      </dl>
      {match.collaboration
        ? <p className="cluster">
          <LevelMark level={match.collaboration.level} />
          <Link href={paths.model(match.collaboration.sessionId, match.collaboration.modelId)}>
            {match.collaboration.title || t('model.untitled')}
          </Link>
        </p>
        : sessions.length === 0 ? <p className="quiet small">{t('market.byFacilitator')}</p>
          : open ? <CollaborationForm week={week} sessions={sessions} offer={offer} need={need}
            onClose={() => setOpen(false)} onMade={() => { setOpen(false); onChanged() }} />
            : <p className="no-print"><button type="button" className="button" onClick={() => setOpen(true)}
              data-testid="make-collaboration">{t('market.make')}</button></p>}
    </li>
  )
}

interface FormProperties {
  week: Week
  sessions: readonly { id: string, title: string }[]
  offer: MarketPost
  need: MarketPost
  onClose: () => void
  onMade: () => void
}

function CollaborationForm({ week, sessions, offer, need, onClose, onMade }: FormProperties) {
  const { t } = useWords()
  const [title, setTitle] = useState('')
  const [level, setLevel] = useState<Level>('coordination')
  const [session, setSession] = useState(sessions[0]?.id ?? '')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await marketplace.collaborate(week.id, {
        offerId: offer.id, needId: need.id, sessionId: session, level, title: title.trim()
      })
      onMade()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form className="stack" onSubmit={event => void submit(event)} data-testid="collaboration-form">
      <TextInput label={t('createModel.name')} value={title} onChange={setTitle} limit="title" autoFocus
        data-testid="collaboration-title" />
      <fieldset className="field"><legend>{t('createModel.level')}</legend>
        <div className="cluster">{levels.map(one => <label key={one} className="choice"><input type="radio"
          name={`level-${offer.id}-${need.id}`} checked={level === one} onChange={() => setLevel(one)}
          data-testid={`collaboration-${one}`} /><LevelMark level={one} /></label>)}</div>
      </fieldset>
      <div className="field"><label htmlFor={`session-${offer.id}-${need.id}`}>{t('market.session')}</label>
        <select id={`session-${offer.id}-${need.id}`} className="select" value={session}
          onChange={event => setSession(event.target.value)}>
          {sessions.map(one => <option key={one.id} value={one.id}>{one.title}</option>)}
        </select>
      </div>
      {error !== null && <ProblemNotice error={error} focus />}
      <div className="cluster">
        <button type="submit" className="button primary" disabled={busy || title.trim() === ''}
          data-testid="collaboration-submit">{t('market.makeIt')}</button>
        <button type="button" className="button quiet" onClick={onClose}>{t('cancel')}</button>
      </div>
    </form>
  )
}
