import { useState } from 'react'
import { changedFields, fieldStates } from '../../model/fieldStates'
import { formatDateTime } from '../../model/dates'
import { restoreFields, versionDocument } from '../../model/restoreFields'
import type { VersionView as Version } from '../../model/generated/types'
import { api } from '../../net/api'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { useSessionSetting } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useModel } from './ModelContext'
import { VersionText } from './VersionText'

/** What the model said before, who wrote, and going back: what it says now is kept first. */
export function Versions() {
  const { t } = useWords()
  const { summary } = useModel()
  const [versions, setVersions] = useState<readonly Version[]>([])
  const [error, setError] = useState<unknown>(null)
  const load = () => {
    setError(null)
    api.versions(summary.id).then(setVersions, setError)
  }
  return (
    <details className="disclosure no-print" onToggle={event => { if (event.currentTarget.open) load() }}
      data-testid="versions">
      <summary>{t('versions.title')}</summary>
      <div className="stack">
        <p className="quiet">{t('versions.text')}</p>
        {error !== null && <ProblemNotice error={error} />}
        {versions.length === 0 && <p className="quiet">{t('versions.none')}</p>}
        {versions.length > 0 && <ul className="listing">
          {versions.map(version => <VersionRow key={version.number} version={version} onRestored={load} />)}
        </ul>}
      </div>
    </details>
  )
}

function VersionRow({ version, onRestored }: { version: Version, onRestored: () => void }) {
  const { t, language } = useWords()
  const { unitName } = usePeople()
  const { summary } = useModel()
  const [whole, setWhole] = useState<Version | null>(null)
  const [error, setError] = useState<unknown>(null)
  const when = formatDateTime(version.at, language)
  const who = version.parties.map(id => unitName(id, id)).filter(Boolean).join(', ')
  const show = () => {
    setError(null)
    api.version(summary.id, version.number).then(setWhole, setError)
  }
  return (
    <li data-testid={`version-${version.number}`}>
      <p className="cluster between">
        <span>
          <strong>{when}</strong>
          {who !== '' && <span className="quiet"> · {t('versions.by', { who })}</span>}
          {version.contentVersion === summary.contentVersion && <span className="quiet"> · {t('versions.now')}</span>}
        </span>
        {whole === null && <button type="button" className="button slim" aria-label={t('versions.showNamed', { when })}
          onClick={show}>{t('versions.show')}</button>}
      </p>
      {error !== null && <ProblemNotice error={error} />}
      {whole !== null && <Difference version={whole} when={when} onRestored={() => { setWhole(null); onRestored() }} />}
    </li>
  )
}

/** What would change by going back, field by field. */
function Difference({ version, when, onRestored }: { version: Version, when: string, onRestored: () => void }) {
  const { t, own } = useWords()
  const { document, summary, canWrite, removal } = useModel()
  const { definitions } = useSessionSetting()
  const announce = useAnnounce()
  const [armed, setArmed] = useSecondPress()
  const [error, setError] = useState<unknown>(null)
  if ((version.state ?? '') === '') return <p className="quiet">{t('versions.tooLarge')}</p>
  const before = versionDocument(version.state ?? '')
  const changed =
    new Set(changedFields(fieldStates(document.doc, definitions.fields), fieldStates(before, definitions.fields)))
  const fields = definitions.fields.filter(field => changed.has(field.id))
  const restore = async () => {
    setArmed(!armed)
    if (!armed) return
    try {
      await api.keepVersion(summary.id)
      document.putBack(() => restoreFields(document.doc, before, definitions.fields, removal()))
      announce(t('versions.restored', { when }))
      onRestored()
    } catch (failure) {
      setError(failure)
    }
  }
  if (fields.length === 0) return <p className="quiet">{t('versions.same')}</p>
  return (
    <div className="stack-small">
      <dl className="version-fields">{fields.map(field => (
        <div key={field.id}><dt>{own(field.label)}</dt><dd><VersionText field={field} before={before} /></dd></div>
      ))}</dl>
      {error !== null && <ProblemNotice error={error} />}
      {canWrite && <p><button type="button" className={`button ${armed ? 'armed' : ''}`} onClick={() => void restore()}
        data-testid="version-restore">{t(armed ? 'versions.restoreSure' : 'versions.restore')}</button></p>}
    </div>
  )
}
