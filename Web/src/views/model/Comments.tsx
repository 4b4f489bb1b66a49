import { useState, type FormEvent } from 'react'
import { addComment, commentsMap, commentsOn, resolveComment, type Comment } from '../../model/comments'
import { formatDateTime } from '../../model/dates'
import { useWords } from '../shared/LanguageContext'
import { useDraft, useHasDraft } from '../session/useDraft'
import { useSessionSetting } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import { LongInput } from '../ui/LongInput'
import { UnitBadge } from '../ui/UnitBadge'
import { useModelEditing } from './ModelContext'
import { useObserved } from './useObserved'

/** Remarks on a field: those that are open stand below it, those that are resolved fold away. */
export function Comments({ field, label }: { field: string, label: string }) {
  const { t } = useWords()
  const { document, canWrite } = useModelEditing()
  const [writing, setWriting] = useState(useHasDraft(`comment/${document.modelId}/${field}`))
  useObserved(commentsMap(document.doc))
  const all = commentsOn(document.doc, field)
  const open = all.filter(one => !one.resolved)
  const resolved = all.filter(one => one.resolved)
  return (
    <div className="comments" data-testid={`comments-${field}`}>
      {open.length > 0 && <ul className="comment-list" aria-label={t('comment.listOn', { field: label })}>
        {open.map(one => <CommentRow key={one.id} comment={one} />)}
      </ul>}
      {resolved.length > 0 && (
        <details className="disclosure"><summary>{t('comment.resolvedCount', { count: resolved.length })}</summary>
          <ul className="comment-list">{resolved.map(one => <CommentRow key={one.id} comment={one} />)}</ul></details>
      )}
      {canWrite && !writing && <button type="button" className="button quiet slim no-print"
        aria-label={t('comment.addTo', { field: label })} onClick={() => setWriting(true)}
        data-testid={`comment-${field}`}>{t('comment.add')}</button>}
      {writing && <CommentForm field={field} label={label} canWrite={canWrite} onDone={() => setWriting(false)} />}
    </div>
  )
}

function CommentRow({ comment }: { comment: Comment }) {
  const { t, language } = useWords()
  const { document, canWrite } = useModelEditing()
  const { week } = useSessionSetting()
  const { name, unitName } = usePeople()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const who = [name(comment.participantId), comment.function, unitName(comment.unitId, comment.unitId)].filter(Boolean)
    .join(', ')
  return (
    <li className="comment">
      <UnitBadge id={comment.unitId} name={unitName(comment.unitId, comment.unitId) || '–'} ids={ids} />
      <div>
        <p className="comment-text">{comment.text}</p>
        <p className="quiet small">{[who, formatDateTime(comment.at, language)].filter(Boolean).join(' · ')}</p>
      </div>
      {canWrite && <button type="button" className="button quiet slim no-print"
        aria-label={t(comment.resolved ? 'comment.reopenNamed' : 'comment.resolveNamed', { text: comment.text })}
        onClick={() => document.edit(() => resolveComment(document.doc, comment.id, !comment.resolved))}>
        {t(comment.resolved ? 'comment.reopen' : 'comment.resolve')}
      </button>}
    </li>
  )
}

/** Whoever locks the model meanwhile does not take away what stands in it. */
function CommentForm({ field, label, canWrite, onDone }: {
  field: string, label: string, canWrite: boolean, onDone: () => void
}) {
  const { t } = useWords()
  const { document } = useModelEditing()
  const { details, store } = useSessionSetting()
  const [text, setText, forget] = useDraft({
    name: `comment/${document.modelId}/${field}`, label: t('drafts.comment', { field: label }),
    modelId: document.modelId
  })
  const { participantId, unitId, externalId, function: role } = details.me
  const leave = () => {
    forget()
    onDone()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || !canWrite) return
    const unit = unitId ?? externalId
    document.edit(() => addComment(document.doc, {
      field, text: text.trim(), at: store.now(),
      ...participantId ? { participantId } : {}, ...unit ? { unitId: unit } : {}, ...role ? { function: role } : {},
    }))
    leave()
  }
  return (
    <form className="stack-small no-print" onSubmit={submit}
      onKeyDown={event => { if (event.key === 'Escape') leave() }}>
      <label className="label" htmlFor={`comment-text-${field}`}>{t('comment.text')}</label>
      <LongInput id={`comment-text-${field}`} rows={2} value={text} limit="comment" autoFocus onChange={setText}
        data-testid={`comment-text-${field}`} />
      {!canWrite && <p className="hint" role="status">{t('comment.later')}</p>}
      <div className="cluster">
        <button type="submit" className="button" disabled={text.trim() === '' || !canWrite}
          data-testid={`comment-submit-${field}`}>
          {t('comment.submit')}
        </button>
        <button type="button" className="button quiet" onClick={leave}>{t('cancel')}</button>
      </div>
    </form>
  )
}
