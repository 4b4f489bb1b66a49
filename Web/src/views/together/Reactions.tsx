import { useEffect, useState } from 'react'
import { reactionLastsMs, reactions, recent, type Reaction } from '../../model/reactions'
import { mayFacilitate } from '../../model/session'
import { useWords } from '../app/LanguageContext'
import { useSession } from '../session/SessionContext'

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
      {(Object.keys(reactions) as Reaction[]).map(one => (
        <button key={one} type="button" className="button icon" aria-disabled={resting} aria-label={t(`reaction.${one}`)} title={t(`reaction.${one}`)} onClick={() => press(one)} data-testid={`react-${one}`}>
          <span aria-hidden="true">{reactions[one]}</span>
        </button>
      ))}
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
    <ul className="reactions-shown cluster" aria-label={t('reaction.shown')} data-testid="reactions">{shown.map(({ reaction, count }) => (
      <li key={reaction}><span aria-hidden="true">{reactions[reaction]}</span><span className="visually-hidden">{t(`reaction.${reaction}`)}</span> {count}</li>
    ))}</ul>
  )
}
