import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../model/dates'
import { pick } from '../../model/localized'
import { singleId, summary, type PartItem, type WeekPart } from '../../model/weekPart'
import { weekParts } from '../../net/weekParts'
import { useAnnounce } from '../shared/Announcer'
import { useWords } from '../shared/LanguageContext'
import { useSecondPress } from '../shared/useSecondPress'
import { Icon } from '../ui/Icon'
import { ProblemNotice } from '../ui/ProblemNotice'
import { ItemForm } from './ItemForm'

interface Properties { weekId: string, part: WeekPart, parts: readonly WeekPart[], onChanged: () => void }

/** All of a kind, each with a form to change it and a button to take it away. */
export function PartSection({ weekId, part, parts, onChanged }: Properties) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const [adding, setAdding] = useState(false)
  const name = pick(part.name, language)
  const saved = () => {
    setAdding(false)
    announce(t('basis.saved'))
    onChanged()
  }
  if (part.isSingle) return (
    <details className="part" data-testid={`part-${part.id}`}>
      <summary>{name}</summary>
      <ItemForm key={part.items[0]?.tag ?? ''} weekId={weekId} part={part} parts={parts}
        item={part.items[0] ?? { id: singleId, name, tag: '', values: {}, isWrittenInModel: false }} onSaved={saved}
        onStale={onChanged} onClose={() => undefined} />
    </details>
  )
  return (
    <details className="part" data-testid={`part-${part.id}`}>
      <summary>{name} <span className="quiet small">({part.items.length})</span></summary>
      <div className="stack">
        {part.items.length === 0 && <p className="quiet">{t('basis.none')}</p>}
        <ul className="part-items">{part.items.map(item => (
          <Item key={item.id} weekId={weekId} part={part} parts={parts} item={item} onChanged={onChanged} />
        ))}</ul>
        {adding ? <ItemForm weekId={weekId} part={part} parts={parts} item={null} onSaved={saved} onStale={onChanged}
          onClose={() => setAdding(false)} />
          : <p><button type="button" className="button" onClick={() => setAdding(true)}
            data-testid={`add-${part.id}`}><Icon name="plus" />{t('basis.add')}</button></p>}
      </div>
    </details>
  )
}

function Item({ weekId, part, parts, item, onChanged }: Properties & { item: PartItem }) {
  const { t, language } = useWords()
  const announce = useAnnounce()
  const [editing, setEditing] = useState(false)
  const [armed, setArmed] = useSecondPress()
  const [error, setError] = useState<unknown>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  // Back to where one came from when the form closes.
  useEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const remove = async () => {
    if (!armed) return setArmed(true)
    setArmed(false)
    setError(null)
    try {
      await weekParts.remove(weekId, part.id, item.id, item.tag)
      announce(t('basis.removed', { name: item.name }))
      onChanged()
    } catch (failure) {
      setError(failure)
    }
  }
  const lines = summary(part, item, parts, (column, value) =>
    column.kind === 'date' && typeof value === 'string' ? formatDate(value, language) : String(value ?? ''))
  return (
    <li className="stack-small" data-testid={`item-${item.id}`}>
      <div className="part-item">
        <span className="part-item-name">
          <span>{item.name}</span>
          {lines.length > 0 && <span className="quiet small">{lines.join(' · ')}</span>}
        </span>
        {item.isWrittenInModel ? <span className="quiet small">{t('basis.inModel')}</span> : <span className="cluster">
          <button type="button" ref={opener} className="button quiet" aria-expanded={editing}
            onClick={() => setEditing(!editing)} aria-label={t('basis.editNamed', { name: item.name })}
            data-testid={`edit-${item.id}`}>{t('basis.edit')}</button>
          <button type="button" className={`button quiet ${armed ? 'armed' : ''}`} onClick={() => void remove()}
            aria-label={t(armed ? 'basis.removeSureNamed' : 'basis.removeNamed', { name: item.name })}
            data-testid={`remove-${item.id}`}>{t(armed ? 'basis.removeSure' : 'basis.remove')}</button>
        </span>}
      </div>
      {error !== null && <ProblemNotice error={error} focus />}
      {editing && <ItemForm weekId={weekId} part={part} parts={parts} item={item} onStale={onChanged}
        onClose={() => setEditing(false)}
        onSaved={() => { setEditing(false); announce(t('basis.saved')); onChanged() }} />}
    </li>
  )
}
