import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'
import { useCommand } from './useCommand'
import { usePeople } from './usePeople'

/** Who waits for the facilitator: groups that called, and raised hands, longest first. */
export function Queue() {
  const { t } = useWords()
  const { view } = useSession()
  const { nameAndUnit } = usePeople()
  const { send } = useCommand()
  const { hands, calling, groups } = view.state.areas
  if (hands.length === 0 && calling.length === 0) return null
  return (
    <section className="notice warning" aria-labelledby="queue-heading" data-testid="queue">
      <h2 id="queue-heading">{t('queue.title')}</h2>
      <ul className="queue">
        {calling.map(id => (
          <li key={id} className="cluster between">
            <span>{t('queue.group', { group: groups.find(one => one.groupId === id)?.name ?? '' })}</span>
            <button type="button" className="button slim" onClick={() => void send({ kind: 'answerCall', groupId: id })}
              data-testid={`answer-${id}`}>{t('queue.answer')}</button>
          </li>
        ))}
        {hands.map(id => (
          <li key={id} className="cluster between">
            <span>{t('queue.hand', { who: nameAndUnit(id) })}</span>
            <button type="button" className="button slim" aria-label={t('queue.lowerOf', { who: nameAndUnit(id) })}
              onClick={() => void send({ kind: 'lowerHand', participantId: id })}>{t('queue.lower')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
