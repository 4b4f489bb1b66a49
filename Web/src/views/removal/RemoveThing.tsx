import { useState } from 'react'
import type { Removal } from '../../model/removal'
import { useWords } from '../shared/LanguageContext'
import { RemovalForm } from './RemovalForm'

/** Deleting a week, a session or a model, folded away; what goes with it is read when it is opened. */
export function RemoveThing({ kind, path, onRemoved }: {
  kind: Exclude<Removal['kind'], 'participant'>
  path: string
  onRemoved: () => void
}) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="disclosure no-print" data-testid={`remove-${kind}`}
      onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t(`removal.${kind}`)}</summary>
      {isOpen && <div className="sheet"><RemovalForm path={path} onRemoved={onRemoved} /></div>}
    </details>
  )
}
