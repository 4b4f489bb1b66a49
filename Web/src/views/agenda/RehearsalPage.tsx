import { useEffect, useState } from 'react'
import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'
import { ScreenContent } from '../screen/ScreenContent'
import { Agenda } from '../session/Agenda'
import { FacilitatorBar } from '../session/FacilitatorBar'
import { PhasePanel } from '../session/PhasePanel'
import { phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { useOwnPhase } from '../session/useOwnPhase'
import { RehearsalSession } from './RehearsalSession'

/** Somebody who leads walks through the programme alone: what participants see, what the wall shows, and the bar. */
export function RehearsalPage({ onEnd }: { onEnd: () => void }) {
  const { t } = useWords()
  const { details, view } = useSession()
  const [began] = useState(view.state.phaseEnteredAt)
  useEffect(() => { scrollTo(0, 0) }, [])
  return (
    <>
      <div className="call-banner rehearsal" role="status" data-testid="rehearsal">
        <p className="cluster between"><span>{t('rehearsal.text')}{began !== view.state.phaseEnteredAt && (
          <strong> {t('rehearsal.moved')}</strong>
        )}</span>
          <button type="button" className="button" onClick={onEnd} data-testid="rehearsal-end">
            {t('rehearsal.end')}
          </button></p>
      </div>
      <main id="main" className="main with-bar" tabIndex={-1}>
        <div className="page-head">
          <p className="quiet">{details.title}</p>
          <PageTitle title={t('rehearsal.title')} />
        </div>
        <RehearsalSession><Walk /></RehearsalSession>
      </main>
    </>
  )
}

function Walk() {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const own = useOwnPhase()
  const phase = details.phases[view.state.phase]
  return (
    <>
      <div className="columns">
        <div className="aside"><Agenda own={own} /></div>
        <div className="stack-large">
          <PhasePanel own={own} />
          {phase && !view.state.ended && (
            <section className="sheet stack rehearsal-screen" aria-labelledby="rehearsal-screen">
              <h2 id="rehearsal-screen" className="small quiet">{t('rehearsal.screen')}</h2>
              <p className="phase-question"><strong>{phaseTitle(phase, language)}</strong></p>
              <ScreenContent />
            </section>
          )}
        </div>
      </div>
      <FacilitatorBar />
    </>
  )
}
