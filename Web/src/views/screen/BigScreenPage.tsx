import { useWords } from '../shared/LanguageContext'
import { PageTitle } from '../shared/PageTitle'
import { ConnectionNotice } from '../session/ConnectionNotice'
import { Countdown } from '../session/Countdown'
import { LiveSession } from '../session/LiveSession'
import { phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { ReactionsShown } from '../session/Reactions'
import { JoinCorner } from './JoinCorner'
import { ScreenContent } from './ScreenContent'

/**
 * For the projector: no controls, three sizes of text, the way in always in the corner.
 * `code`: from the link that opened it.
 */
export function BigScreenPage({ sessionId, code }: { sessionId: string, code: string }) {
  return <LiveSession sessionId={sessionId}><Screen code={code} /></LiveSession>
}

function Screen({ code }: { code: string }) {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const { ended, phase: index, areas } = view.state
  const phase = details.phases[index]
  const title = ended ? t('phase.ended') : phase ? phaseTitle(phase, language) : details.title
  return (
    <main id="main" className="screen" tabIndex={-1} data-testid="screen">
      <div className="screen-head">
        <p className="screen-small">
          {details.title}
          {!ended && phase && <> · {t('phase.step', { step: index + 1, all: details.phases.length })}</>}
        </p>
        <PageTitle title={t('screen.title', { session: details.title })}>{title}</PageTitle>
      </div>
      <div className="screen-main">
        <ConnectionNotice />
        {areas.announcement !== '' && <p className="screen-said" role="status">{areas.announcement}</p>}
        <ScreenContent />
        <ReactionsShown />
      </div>
      <div className="screen-foot">
        <Countdown />
        <JoinCorner code={details.joinCode ?? code} />
      </div>
    </main>
  )
}
