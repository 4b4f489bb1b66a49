import { useEffect, useState } from 'react'
import type { Waiting } from '../../model/session'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { usePeople } from './usePeople'

/** A press on each key is no question of its own. */
const PAUSE = 300

/** Who waits to be let in. Of a crowd some are shown, and the others are found by their name. */
export function Door() {
  const { t } = useWords()
  const { details, view } = useSession()
  const { unitName } = usePeople()
  const [error, setError] = useState<unknown>(null)
  const [name, setName] = useState('')
  const found = useNamed(details.id, name, view.waiting, setError)
  if (view.waiting.length === 0) return null
  const isCrowd = view.waitingCount > view.waiting.length
  const shown = isCrowd && found !== null ? found : view.waiting
  const answer = (knockId: string, admit: boolean) => {
    setError(null)
    api.answerKnock(details.id, knockId, admit).catch(setError)
  }
  return (
    <section className="notice warning" aria-labelledby="door-heading" data-testid="door">
      <h2 id="door-heading">{t('door.title')}</h2>
      {isCrowd && (
        <label className="field">
          <span className="label">{t('door.find')}</span>
          <input type="search" className="input" value={name} onChange={event => setName(event.target.value)}
            data-testid="door-name" />
        </label>
      )}
      <ul className={isCrowd ? 'queue crowd' : 'queue'}>{shown.map(({ knockId, person }) => (
        <li key={knockId} className="cluster between">
          <span>{[person.displayName, unitName(person.unitId, person.externalId), person.function].filter(Boolean)
            .join(', ')}</span>
          <span className="cluster tight">
            <button type="button" className="button slim"
              aria-label={t('door.admitNamed', { whom: person.displayName })} onClick={() => answer(knockId, true)}
              data-testid="admit">{t('door.admit')}</button>
            <button type="button" className="button quiet slim"
              aria-label={t('door.refuseNamed', { whom: person.displayName })} onClick={() => answer(knockId, false)}
              data-testid="refuse">{t('door.refuse')}</button>
          </span>
        </li>
      ))}</ul>
      {isCrowd && found !== null && found.length === 0 && (
        <p role="status">{t('door.nobody', { name: name.trim() })}</p>
      )}
      {isCrowd && found === null && (
        <p data-testid="door-more">{t('door.more', { count: view.waitingCount - view.waiting.length })}</p>
      )}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}

/** Those whose name has these letters, asked for anew when somebody comes or goes; null without letters. */
function useNamed(
  session: string, written: string, waiting: readonly Waiting[], failed: (error: unknown) => void
): readonly Waiting[] | null {
  const name = written.trim()
  const [found, setFound] = useState<readonly Waiting[] | null>(null)
  useEffect(() => {
    if (name === '') return setFound(null)
    let isWanted = true
    const timer = setTimeout(() => {
      api.waiting(session, name).then(answer => {
        if (isWanted) setFound(answer.waiting)
      }, error => { if (isWanted) failed(error) })
    }, PAUSE)
    return () => { isWanted = false; clearTimeout(timer) }
  }, [session, name, waiting, failed])
  return found
}
