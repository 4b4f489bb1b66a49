import { useEffect, useRef } from 'react'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Link } from '../ui/Link'
import { ReactionButtons, ReactionsShown } from './Reactions'
import { ReadyAndHandButtons } from './ReadyAndHandButtons'
import { Countdown } from './Countdown'
import { phaseQuestion, phaseTitle } from './phaseWords'
import { useSession } from './SessionContext'
import type { OwnPhase } from './useOwnPhase'

/** What this moment asks for, or what another point of the programme does, when one looks at that. */
export function PhasePanel({ own }: { own: OwnPhase }) {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const announce = useAnnounce()
  const shared = details.phases[view.state.phase]
  const phase = details.phases[own.index]
  const before = useRef(view.state.phase)
  useEffect(() => {
    if (before.current !== view.state.phase && shared) {
      announce(t('phase.announce', { phase: phaseTitle(shared, language) }))
    }
    before.current = view.state.phase
  }, [view.state.phase, shared, announce, t, language])
  if (view.state.ended && own.follows) {
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
  const models = view.models.filter(model => phase.modelIds?.includes(model.id))
  return (
    <section className={`phase-panel ${own.follows ? '' : 'apart'}`} aria-labelledby="phase-title" data-testid="phase">
      {!own.follows && <p className="cluster between phase-apart" role="status"><span>{shared && !view.state.ended
        ? t('phase.apart', { phase: phaseTitle(shared, language) })
        : t('phase.apartEnded')}</span>
        <button type="button" className="button primary" onClick={own.follow} data-testid="phase-follow">
          {t('phase.follow')}
        </button></p>}
      <div className="cluster between">
        <p className="phase-step">{t('phase.step', { step: own.index + 1, all: details.phases.length })}</p>
        <Countdown large />
      </div>
      <h2 id="phase-title">{phaseTitle(phase, language)}</h2>
      {question !== '' && <p className="phase-question">{question}</p>}
      {models.length > 0 && <p className="cluster phase-models"
        data-testid="phase-models"><span>{t('phase.models')}</span>{models.map(model => (
        <Link key={model.id} href={paths.model(details.id, model.id)}>
          {model.title.trim() === '' ? t('model.untitled') : model.title}
        </Link>
      ))}</p>}
      <ReadyAndHandButtons />
      <div className="cluster"><ReactionButtons /><ReactionsShown /></div>
    </section>
  )
}
