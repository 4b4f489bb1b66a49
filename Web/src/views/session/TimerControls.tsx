import { useState, type FormEvent } from 'react'
import type { SessionCommand } from '../../model/generated/types'
import { useWords } from '../shared/LanguageContext'
import { useMost } from '../ui/useMost'
import { useSession } from './SessionContext'

const minuteMs = 60_000

/** 1, 3 or 5 minutes or any other number; while it runs: one more minute, pause, stop. */
export function TimerControls({ send }: { send: (command: SessionCommand) => void }) {
  const { t } = useWords()
  const { view } = useSession()
  const { timer } = view.state
  if (timer.kind === 'none') return <StartTimer send={send} />
  return (
    <div className="cluster tight">
      <button type="button" className="button" onClick={() => send({ kind: 'extendTimer', byMs: minuteMs })}
        data-testid="timer-extend">{t('timer.extend')}</button>
      {timer.kind === 'running'
        ? <button type="button" className="button" onClick={() => send({ kind: 'pauseTimer' })}
            data-testid="timer-pause">{t('timer.pause')}</button>
        : <button type="button" className="button" onClick={() => send({ kind: 'resumeTimer' })}
            data-testid="timer-resume">{t('timer.resume')}</button>}
      <button type="button" className="button" onClick={() => send({ kind: 'stopTimer' })} data-testid="timer-stop">
        {t('timer.stop')}
      </button>
    </div>
  )
}

function StartTimer({ send }: { send: (command: SessionCommand) => void }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const [minutes, setMinutes] = useState('')
  const longest = useMost('timerMinutes')
  const planned = details.phases[view.state.phase]?.minutes
  const own = Number(minutes.replace(',', '.'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own > 0 && own <= longest) send({ kind: 'startTimer', durationMs: Math.round(own * minuteMs) })
  }
  return (
    <form className="cluster tight" onSubmit={submit}>
      <span className="quiet small timer-label">{t('timer.label')}</span>
      {[1, 3, 5].map(count => (
        <button key={count} type="button" className="button" aria-label={t('timer.start', { count })}
          data-testid={`timer-${count}`}
          onClick={() => send({ kind: 'startTimer', durationMs: count * minuteMs })}>{count}</button>
      ))}
      <input className="input minutes-input" inputMode="decimal" value={minutes}
        placeholder={planned ? String(planned) : ''} aria-label={t('timer.custom')} data-testid="timer-custom"
        onChange={event => setMinutes(event.target.value)} />
      <button type="submit" className="button" disabled={!(own > 0 && own <= longest)} data-testid="timer-start">
        {t('timer.startCustom')}
      </button>
    </form>
  )
}
