import type { ReactNode } from 'react'
import type { OwnPhase } from './useOwnPhase'
import { phaseTitle } from './phaseWords'
import { useWords } from '../shared/LanguageContext'
import { useSession } from './SessionContext'

/** The programme of the session, with where we are, which point one looks at oneself, and what can be done with it. */
export function Agenda({ own, children }: { own: OwnPhase, children?: ReactNode }) {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const current = view.state.phase
  return (
    <section aria-labelledby="agenda-heading">
      <h2 id="agenda-heading">{t('agenda.title')}</h2>
      <ol className="agenda" data-testid="agenda">
        {details.phases.map((phase, index) => (
          <li key={phase.id}
            className={`${index < current
              ? 'past'
              : index === current ? 'current' : ''} ${own.index === index && !own.follows ? 'looked-at' : ''}`}
            aria-current={index === current ? 'step' : undefined}>
            <button type="button" className="agenda-step" aria-pressed={own.index === index}
              onClick={() => own.look(phase.id)} data-testid={`agenda-step-${index}`}>
              <span className="agenda-title">{phaseTitle(phase, language)}</span>
              <span className="agenda-minutes">{t('agenda.minutes', { count: phase.minutes })}</span>
            </button>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}
