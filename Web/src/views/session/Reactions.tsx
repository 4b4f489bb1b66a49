import { useEffect, useState } from 'react'
import { reactionLastsMs, reactions, recent, type Reaction } from '../../model/reactions'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'

/** As the server: a press, not a stream. */
const intervalMs = 1_000

/** A short set of reactions by one press each. */
export function ReactionButtons() {
  const { t } = useWords()
  const { store, details, view } = useSession()
  const [resting, setResting] = useState(false)
  useEffect(() => {
    if (!resting) return undefined
    const timer = setTimeout(() => setResting(false), intervalMs)
    return () => clearTimeout(timer)
  }, [resting])
  if (view.state.ended || details.role !== 'participant' && !mayFacilitate(details.role)) return null
  const press = (reaction: Reaction) => {
    if (resting) return
    setResting(true)
    // One that gets lost is no loss: nothing is kept of them.
    store.react(reaction).catch(() => undefined)
  }
  return (
    <div className="cluster reaction-buttons" role="group" aria-label={t('reaction.label')}>
      {reactions.map(one => <button key={one} type="button" className="button slim" aria-disabled={resting}
        onClick={() => press(one)} data-testid={`react-${one}`}>{t(`reaction.${one}`)}</button>)}
    </div>
  )
}

/** How many said what in the last moments. Seen, not read aloud: it changes all the time. */
export function ReactionsShown() {
  const { t } = useWords()
  const { view } = useSession()
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (view.reactions.length === 0) return undefined
    const timer = setTimeout(() => setNow(Date.now()), reactionLastsMs)
    return () => clearTimeout(timer)
  }, [view.reactions])
  const shown = recent(view.reactions, now)
  return (
    <ul className="reactions-shown cluster" aria-label={t('reaction.shown')} data-testid="reactions">
      {shown.map(({ reaction, count }) => (
        <li key={reaction} className="tag">{t(`reaction.${reaction}`)} <strong>{count}</strong></li>
      ))}
    </ul>
  )
}
