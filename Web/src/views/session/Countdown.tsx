import { formatRemaining, remainingMs, urgency } from '../../model/sessionState'
import { useWords } from '../shared/LanguageContext'
import { useNow } from '../shared/useNow'
import { useSession } from './SessionContext'

/** The time left, by the server's clock. Read aloud only when asked: a clock that talks drowns people. */
export function Countdown({ large = false }: { large?: boolean }) {
  const { t } = useWords()
  const { store, view } = useSession()
  const { timer } = view.state
  const now = useNow(() => store.now(), 250, timer.kind === 'running')
  const left = remainingMs(timer, now)
  if (left === null || timer.kind === 'none') return null
  const text = formatRemaining(left)
  const label = timer.kind === 'paused'
    ? t('timer.pausedAt', { time: text })
    : left < 0 ? t('timer.over', { time: text.replace('−', '') }) : t('timer.left', { time: text })
  return (
    <span className={`countdown ${large ? 'large' : ''} ${urgency(left, timer.totalMs)} ${timer.kind}`} role="timer"
      aria-label={label} data-testid="countdown">
      <span aria-hidden="true">{text}</span>
      {timer.kind === 'paused' && <span aria-hidden="true" className="countdown-note">{t('timer.paused')}</span>}
    </span>
  )
}
