import { useWords } from '../shared/LanguageContext'
import { useSignal } from '../shared/useSignal'
import { useSessionSetting } from '../session/SessionContext'
import { jump } from './jump'
import { useModelEditing } from './ModelContext'

/** Which fields others changed since one was here last, each a way to its place. */
export function ChangedWhileAway() {
  const { t, own } = useWords()
  const { document } = useModelEditing()
  const { definitions } = useSessionSetting()
  const changed = useSignal(document.changed, () => document.changedAway)
  const fields = definitions.fields.filter(field => changed.includes(field.id))
  if (fields.length === 0) return null
  return (
    <div className="notice no-print" role="status" data-testid="changed-away">
      <strong>{t('away.title')}</strong>
      <p className="cluster">{fields.map(field => <a key={field.id} href={`#field-${field.id}`}
        onClick={event => jump(event, `field-${field.id}`)}>{own(field.label)}</a>)}</p>
      <p><button type="button" className="button slim" onClick={() => document.seenChanges()}
        data-testid="changed-seen">{t('away.seen')}</button></p>
    </div>
  )
}
