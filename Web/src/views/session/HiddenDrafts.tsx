import { useState } from 'react'
import { identityOf } from '../../model/identity'
import { drafts, type Draft } from '../../net/drafts'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useSecondPress } from '../shared/useSecondPress'
import { useSignal } from '../shared/useSignal'
import { Icon } from '../ui/Icon'
import { Link } from '../ui/Link'
import { useSessionSetting } from './SessionContext'

/**
 * What somebody began to write in a form that is not there now: the level hides its field, the phase is another, the
 * page is another. Nothing of it goes before they say so.
 */
export function HiddenDrafts({ modelId = null }: { modelId?: string | null }) {
  const { t } = useWords()
  const { details } = useSessionSetting()
  useSignal(drafts.changed, () => drafts.everything)
  const hidden = drafts.hidden(details.id, identityOf(details))
  if (hidden.length === 0) return null
  return (
    <section className="notice warning stack-small no-print" aria-label={t('unsent.title')} data-testid="hidden-drafts">
      <strong>{t('unsent.title')}</strong>
      <p className="small">{t('drafts.lead')}</p>
      <ul className="listing">{hidden.map(one => <HiddenDraft key={one.key} draft={one} modelId={modelId} />)}</ul>
    </section>
  )
}

function HiddenDraft({ draft, modelId }: { draft: Draft, modelId: string | null }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const [said, setSaid] = useState('')
  const [armed, setArmed] = useSecondPress()
  const say = (text: string) => {
    setSaid(text)
    announce(text)
  }
  const copy = () => navigator.clipboard.writeText(draft.text).then(() => say(t('unsent.copied')))
    .catch(() => say(t('drafts.copyFailed')))
  const throwAway = () => {
    setArmed(!armed)
    if (!armed) return
    drafts.remove([draft.key])
    announce(t('unsent.thrownAway'))
  }
  return (
    <li className="stack-small" data-testid="hidden-draft">
      <p className="quiet small">{draft.label}</p>
      <p className="value-text">{draft.text}</p>
      <div className="cluster">
        <button type="button" className="button slim" aria-label={t('drafts.copyNamed', { label: draft.label })}
          onClick={() => void copy()} data-testid="draft-copy"><Icon name="copy" />{t('unsent.copy')}</button>
        {draft.modelId !== null && draft.modelId !== modelId && (
          <Link href={paths.model(draft.sessionId, draft.modelId)}>{t('unsent.toModel')}</Link>
        )}
        {draft.modelId === null && modelId !== null && (
          <Link href={paths.session(draft.sessionId)}>{t('drafts.toSession')}</Link>
        )}
        <button type="button" className={`button quiet slim danger ${armed ? 'armed' : ''}`} onClick={throwAway}
          aria-label={armed ? undefined : t('drafts.throwAwayNamed', { label: draft.label })}
          data-testid="draft-throw-away">{t(armed ? 'unsent.throwAwaySure' : 'unsent.throwAway')}</button>
      </div>
      {said !== '' && <p className="small">{said}</p>}
    </li>
  )
}
