import { phaseTitle } from './phaseWords'
import { useWords } from '../app/LanguageContext'
import { useSession } from './SessionContext'

/** The programme of the session, with where we are. */
export function Agenda() {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const current = view.state.phase
  return (
    <section aria-labelledby="agenda-heading">
      <h2 id="agenda-heading">{t('agenda.title')}</h2>
      <ol className="agenda" data-testid="agenda">
        {details.phases.map((phase, index) => (
          <li key={index} className={index < current ? 'past' : index === current ? 'current' : ''} aria-current={index === current ? 'step' : undefined}>
            <span className="agenda-title">{phaseTitle(phase, language)}</span>
            <span className="agenda-minutes">{t('agenda.minutes', { count: phase.minutes })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
