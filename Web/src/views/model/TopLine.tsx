import type { SaveStatus } from '../../model/saveStatus'
import type { ModelDocument } from '../../net/modelDocument'
import { focusQuietly } from '../shared/focusQuietly'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useSignal } from '../shared/useSignal'
import { Countdown } from '../session/Countdown'
import { phaseTitle } from '../session/phaseWords'
import { useSession } from '../session/SessionContext'
import { Icon } from '../ui/Icon'
import { Link } from '../ui/Link'
import { SaveStatusText } from '../ui/SaveStatusText'
import { UndoButtons } from './UndoButtons'

/** Always in sight: where the session is, the time left, and whether what one writes is saved. */
export function TopLine({ status, title, document, canWrite }: {
  status: SaveStatus, title: string, document: ModelDocument, canWrite: boolean
}) {
  const { t, language } = useWords()
  const { details, view } = useSession()
  const obstacle = useSignal(document.changed, () => document.obstacle)
  const isGone = useSignal(document.changed, () => document.gone !== null)
  const phase = details.phases[view.state.phase]
  return (
    <div className="top-line no-print" role="region" aria-label={t('topLine.label')}>
      <div className="top-line-inner">
        <Link href={paths.session(details.id)} className="button quiet icon"
          aria-label={t('topLine.back', { session: details.title })}><Icon name="left" /></Link>
        <p className="top-line-where">
          <strong className="top-line-title">{title}</strong>
          <span className="quiet small">{view.state.ended ? t('phase.ended') : phase ? t('topLine.phase', {
            step: view.state.phase + 1, all: details.phases.length, phase: phaseTitle(phase, language)
          }) : ''}</span>
        </p>
        <Countdown />
        {canWrite && <UndoButtons document={document} />}
        <SaveStatusText status={status} obstacle={obstacle} isGone={isGone} />
        {status.kind === 'refused' && status.because !== 'cannotSave' && (
          <button type="button" className="button quiet slim why-refused" onClick={() => focusQuietly(
            globalThis.document.getElementById('why-refused')
          )} data-testid="why-refused">{t('save.why')}</button>
        )}
      </div>
    </div>
  )
}
