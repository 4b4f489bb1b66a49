import { useState } from 'react'
import { api } from '../../net/api'
import { useWords } from '../app/LanguageContext'
import { useSession } from '../session/SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { usePeople } from './usePeople'

/** Who waits to be let in. */
export function Door() {
  const { t } = useWords()
  const { details, view } = useSession()
  const { unitName } = usePeople()
  const [error, setError] = useState<unknown>(null)
  if (view.waiting.length === 0) return null
  const answer = (knockId: string, admit: boolean) => {
    setError(null)
    api.answerKnock(details.id, knockId, admit).catch(setError)
  }
  return (
    <section className="notice warning" aria-labelledby="door-heading" data-testid="door">
      <h2 id="door-heading">{t('door.title')}</h2>
      <ul className="queue">{view.waiting.map(({ knockId, person }) => (
        <li key={knockId} className="cluster between">
          <span>{[person.displayName, unitName(person.unitId, person.externalId), person.function].filter(Boolean).join(', ')}</span>
          <span className="cluster tight">
            <button type="button" className="button slim" aria-label={t('door.admitNamed', { whom: person.displayName })} onClick={() => answer(knockId, true)} data-testid="admit">{t('door.admit')}</button>
            <button type="button" className="button quiet slim" aria-label={t('door.refuseNamed', { whom: person.displayName })} onClick={() => answer(knockId, false)} data-testid="refuse">{t('door.refuse')}</button>
          </span>
        </li>
      ))}</ul>
      {view.waitingCount > view.waiting.length && <p data-testid="door-more">{t('door.more', { count: view.waitingCount - view.waiting.length })}</p>}
      {error !== null && <ProblemNotice error={error} />}
    </section>
  )
}
