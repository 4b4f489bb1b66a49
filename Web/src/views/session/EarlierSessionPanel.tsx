import { formatDate } from '../../model/dates'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { useLoad } from '../shared/useLoad'
import { useSession } from './SessionContext'
import { newId, useCommand } from './useCommand'
import { usePeople } from './usePeople'

/** What the group's last session left: items to take up again, and what was promised. */
export function EarlierSessionPanel() {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const { unitName } = usePeople()
  const { send } = useCommand()
  const { value } = useLoad(`before ${details.id}`, () => api.earlierSession(details.id))
  if (!value?.sessionId || value.parkedItems.length + value.promises.length === 0) return null
  const mayPark = !view.state.ended && details.role !== 'observer' && details.role !== 'leader'
  const isHere = (text: string) => view.state.areas.parked.some(one => one.text === text)
  return (
    <details className="disclosure" open={view.state.phase === 0 || undefined} data-testid="last-time">
      <summary>
        {t('earlierSession.title', { session: value.title ?? '', date: formatDate(value.date ?? '', language) })}
      </summary>
      <div className="stack">
        {value.parkedItems.length > 0 && <h3>{t('parked.title')}</h3>}
        {value.parkedItems.length > 0 && <ul className="listing">{value.parkedItems.map((item, index) => (
          <li key={index} className="cluster between">
            <span>{item.text}<br /><span className="quiet small">{[
              unitName(item.unitId, item.externalId), item.function,
              item.due ? t('parked.by', { date: formatDate(item.due, language) }) : ''
            ].filter(Boolean).join(' · ')}</span></span>
            {mayPark && !isHere(item.text) && <button type="button" className="button slim"
              aria-label={t('earlierSession.takeUpNamed', { text: item.text })} data-testid="take-up"
              onClick={() => void send({
                kind: 'parkItem', itemId: newId('x-'), text: item.text, ...item.unitId ? { unitId: item.unitId } : {},
                ...item.externalId ? { externalId: item.externalId } : {},
                ...item.function ? { function: item.function } : {}, ...item.due ? { due: item.due } : {}
              })}>
              {t('earlierSession.takeUp')}
            </button>}
          </li>
        ))}</ul>}
        {value.promises.length > 0 && <h3>{t('earlierSession.promises')}</h3>}
        {value.promises.length > 0 && <ul className="listing">{value.promises.map((one, index) => (
          <li key={index}>
            <p><strong>{unitName(one.unitId, one.externalId)}</strong> <span className="quiet">{one.title}</span></p>
            {one.give && <p>{t('confirm.gives')} {one.give}</p>}
            {one.need && <p>{t('confirm.needs')} {one.need}</p>}
          </li>
        ))}</ul>}
      </div>
    </details>
  )
}
