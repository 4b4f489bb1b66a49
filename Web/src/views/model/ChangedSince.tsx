import { useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { changedFields, fieldStates } from '../../model/fieldStates'
import { fieldWords } from '../../model/fieldWords'
import { wordDiff } from '../../model/wordDiff'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { ProblemNotice } from '../ui/ProblemNotice'
import { confirmedDocument } from './confirmedDocument'
import { jump } from './jump'
import { useModel, useModelEditing } from './ModelContext'
import { useFieldSpeech } from './useFieldSpeech'

/**
 * What the model says otherwise now than when it was confirmed, field by field. `open`
 * for those who have to look at it.
 */
export function ChangedSince({ contentVersion, open, party }: {
  contentVersion: string, open: boolean, party: string
}) {
  const { t } = useWords()
  const { summary } = useModel()
  const [isOpen, setOpen] = useState(open)
  const [before, setBefore] = useState<Y.Doc | 'none' | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    let isWanted = true
    setError(null)
    confirmedDocument(summary.id, contentVersion).then(
      found => { if (isWanted) setBefore(found ?? 'none') }, problem => { if (isWanted) setError(problem) })
    return () => { isWanted = false }
  }, [isOpen, summary.id, contentVersion])
  return (
    <details className="disclosure changed-since" open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}
      data-testid="changed-since">
      <summary>{t('since.title', { party })}</summary>
      {error !== null && <ProblemNotice error={error} />}
      {before === 'none' && <p className="quiet small">{t('since.unknown')}</p>}
      {before !== null && before !== 'none' && <Changes before={before} />}
    </details>
  )
}

function Changes({ before }: { before: Y.Doc }) {
  const { t, own } = useWords()
  const { document } = useModelEditing()
  const { definitions } = useSessionSetting()
  const speech = useFieldSpeech()
  const confirmed = useMemo(() => fieldStates(before, definitions.fields), [before, definitions])
  // The document changes where React does not see it: what it says is read at each rendering, as the words are below.
  const changed = new Set(changedFields(confirmed, fieldStates(document.doc, definitions.fields)))
  const fields = definitions.fields.filter(field => changed.has(field.id))
  if (fields.length === 0) return <p className="quiet small">{t('since.none')}</p>
  return (
    <dl className="since-fields">{fields.map(field => {
      const was = fieldWords(before, field, speech).join('\n')
      const is = fieldWords(document.doc, field, speech).join('\n')
      return (
        <div key={field.id} data-testid={`since-${field.id}`}>
          <dt>
            <a href={`#field-${field.id}`} onClick={event => jump(event, `field-${field.id}`)}>{own(field.label)}</a>
          </dt>
          <dd className="since-words">
            {was === is ? <span className="quiet">{t('versions.other')}</span> : <Difference before={was} after={is} />}
          </dd>
        </div>
      )
    })}</dl>
  )
}

function Difference({ before, after }: { before: string, after: string }) {
  const { t } = useWords()
  return (
    <>{wordDiff(before, after).map(({ kind, text }, index) => {
      if (kind === 'same') return <span key={index}>{text}</span>
      return kind === 'gone'
        ? <del key={index}><span className="visually-hidden">{t('since.gone')} </span>{text}</del>
        : <ins key={index}><span className="visually-hidden">{t('since.new')} </span>{text}</ins>
    })}</>
  )
}
