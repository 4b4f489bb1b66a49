import { useEffect, useState } from 'react'
import type { SessionCommand } from '../../model/generated/types'
import { remainingMs } from '../../model/sessionState'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { Countdown } from './Countdown'
import { ScheduleNote } from './ScheduleNote'
import { phaseTitle } from './phaseWords'
import { useSession } from './SessionContext'
import { TimerControls } from './TimerControls'

/** The facilitator's bar at the bottom: phase, time. Going on before the time is up takes a second press. */
export function FacilitatorBar() {
  const { t, language } = useWords()
  const { details, view, store } = useSession()
  const [error, setError] = useState<unknown>(null)
  const [armed, setArmed] = useSecondPress()
  const { phase, timer, phaseEnteredAt, ended, areas } = view.state
  const taking = [...view.participants.keys()].filter(id => view.present.has(id))
  const ready = taking.filter(id => areas.ready.has(id)).length
  useEffect(() => { setArmed(false) }, [phase, setArmed])

  const send = (command: SessionCommand) => {
    setError(null)
    store.command(command).catch((failure: unknown) => {
      setError(failure)
      setTimeout(() => setError(null), 8_000)
    })
  }
  const isEarly = () => {
    const left = remainingMs(timer, store.now())
    if (left !== null) return left > 0
    const minutes = details.phases[phase]?.minutes ?? 0
    return phaseEnteredAt === null || store.now() - phaseEnteredAt < minutes * 60_000
  }
  const next = () => {
    if (isEarly() && !armed) {
      setArmed(true)
      return
    }
    setArmed(false)
    send({ kind: 'enterPhase', index: phase + 1, expected: phase })
  }
  const current = details.phases[phase]
  const following = details.phases[phase + 1]
  return (
    <aside className="facilitator-bar no-print" aria-label={t('bar.label')} data-testid="facilitator-bar">
      {error !== null && <ProblemNotice error={error} />}
      <div className="bar-inner">
        <div className="bar-phase">
          <button type="button" className="button icon" disabled={phase === 0 || ended} aria-label={t('bar.previous')}
            data-testid="phase-previous"
            onClick={() => send({ kind: 'enterPhase', index: phase - 1, expected: phase })}>
            <Icon name="left" />
          </button>
          <p className="bar-title" data-testid="bar-phase">
            <span className="quiet small">
              {t('phase.step', { step: phase + 1, all: details.phases.length })} <ScheduleNote />
            </span>
            <span className="bar-name">{ended ? t('phase.ended') : current ? phaseTitle(current, language) : ''}</span>
          </p>
          {following && !ended
            && <span id="phase-next-place" className="bar-next" role="group" aria-label={t('bar.nextPlace')}>
              <button type="button" className={`button ${armed ? 'armed' : 'primary'}`} onClick={next}
                data-testid="phase-next">
                {armed ? t('bar.nextEarly') : t('bar.next')}<Icon name="right" />
              </button>
            </span>}
          {!following && !ended
            && <button type="button" className={`button ${armed ? 'armed' : 'primary'}`} data-testid="session-end"
              onClick={() => { if (armed) send({ kind: 'endSession' }); setArmed(!armed) }}>
              {armed ? t('bar.endSure') : t('bar.end')}
            </button>}
          {ended && <button type="button" className="button" onClick={() => send({ kind: 'reopenSession' })}
            data-testid="session-reopen">{t('bar.reopen')}</button>}
        </div>
        {!ended && ready > 0 && (
          <p className="bar-ready" data-testid="ready-count">
            {t('readyAndHand.readyCount', { ready, all: taking.length })}
          </p>
        )}
        {!ended && <div className="bar-timer"><Countdown /><TimerControls send={send} /></div>}
      </div>
    </aside>
  )
}
