import { minutesBehind } from '../../model/schedule'
import { useWords } from '../shared/LanguageContext'
import { useNow } from '../shared/useNow'
import { useSession } from './SessionContext'

/** Whether the session is ahead of its plan or behind it; nothing while it is within two minutes. */
export function ScheduleNote() {
  const { t } = useWords()
  const { store, view, details } = useSession()
  const { phase, beganAt, phaseEnteredAt, ended } = view.state
  const now = useNow(() => store.now(), 10_000, !ended)
  const behind = minutesBehind(details.phases, phase, beganAt, phaseEnteredAt, now)
  if (ended || behind === null || Math.abs(behind) < 2) return null
  return <span className={`small schedule ${behind > 0 ? 'behind' : 'quiet'}`} data-testid="schedule">
    {behind > 0 ? t('schedule.behind', { count: behind }) : t('schedule.ahead', { count: -behind })}
  </span>
}
