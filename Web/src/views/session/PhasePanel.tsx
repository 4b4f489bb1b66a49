import { useEffect, useRef } from 'react'
import { useAnnounce } from '../app/Announcer'
import { useWords } from '../app/LanguageContext'
import { VoiceButtons } from '../together/VoiceButtons'
import { Countdown } from './Countdown'
import { phaseQuestion, phaseTitle } from './phaseWords'
import { useSession } from './SessionContext'

/** What this moment asks for. */
export function PhasePanel() {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const announce = useAnnounce()
  const phase = details.phases[view.state.phase]
  const before = useRef(view.state.phase)
  useEffect(() => {
    if (before.current !== view.state.phase && phase) announce(t('phase.announce', { phase: phaseTitle(phase, language) }))
    before.current = view.state.phase
  }, [view.state.phase, phase, announce, t, language])
  if (view.state.ended) {
    return (
      <section className="phase-panel" aria-labelledby="phase-title">
        <p className="phase-step">{t('phase.ended.step')}</p>
        <h2 id="phase-title">{t('phase.ended')}</h2>
        <p>{t('phase.ended.text')}</p>
      </section>
    )
  }
  if (!phase) return null
  const question = phaseQuestion(phase, language)
  return (
    <section className="phase-panel" aria-labelledby="phase-title" data-testid="phase">
      <div className="cluster between">
        <p className="phase-step">{t('phase.step', { step: view.state.phase + 1, all: details.phases.length })}</p>
        <Countdown large />
      </div>
      <h2 id="phase-title">{phaseTitle(phase, language)}</h2>
      {question !== '' && <p className="phase-question">{question}</p>}
      <VoiceButtons />
    </section>
  )
}
