import type { ModelDocument } from '../../net/modelDocument'
import { useWords } from '../shared/LanguageContext'
import { useSignal } from '../shared/useSignal'
import { ApartNotice } from './ApartNotice'

const refusedNotice = {
  closed: 'save.refused.notice', modelFull: 'save.refused.modelFull', sessionFull: 'save.refused.sessionFull',
  weekFull: 'save.refused.weekFull', tooManyClients: 'save.refused.tooManyClients', tooOften: 'save.refused.tooOften',
} as const

const goneTitle = { unauthorised: 'problem.unauthorised', unknown: 'model.unknown', deleted: 'model.deleted' } as const

/**
 * Why what is written does not come to the server, where it does not. By itself, because it is looked at with each key.
 */
export function SavingNotices({ document }: { document: ModelDocument }) {
  const { t } = useWords()
  const status = useSignal(document.changed, () => document.status)
  const gone = useSignal(document.changed, () => document.gone)
  const isKept = useSignal(document.changed, () => document.isKept)
  const because = status.kind === 'refused' && status.because !== 'cannotSave' ? status.because : null
  return (
    <>
      {gone !== null && (
        <p className="notice danger" role="alert" data-testid="model-gone">
          <strong>{t(goneTitle[gone])}</strong>
          {gone !== 'deleted'
            && ` ${t(gone === 'unauthorised' ? 'access.gone.detail' : 'problem.unauthorised.detail')}`}
        </p>
      )}
      {gone === null && status.kind === 'offline' && <ApartNotice document={document} kept={status.kept} />}
      {because !== null && (
        <p key={String(isKept)} className="notice warning refused-notice" role="alert" id="why-refused"
          data-testid="refused-notice">
          {t(isKept ? refusedNotice[because] : 'unsent.refusedNotKept')}
        </p>
      )}
    </>
  )
}
