import { useState } from 'react'
import type { Removal } from '../../model/removal'
import type { Removable } from '../../net/removals'
import { useWords } from '../shared/LanguageContext'
import { RemovalForm } from './RemovalForm'

/** Deleting a week, a session or a model, folded away; what goes with it is read when it is opened. */
export function RemoveThing({ kind, removable, onRemoved }: {
  kind: Exclude<Removal['kind'], 'participant'>
  removable: Removable
  onRemoved: () => void
}) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="disclosure no-print" data-testid={`remove-${kind}`}
      onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t(`removal.${kind}`)}</summary>
      {isOpen && <div className="sheet"><RemovalForm removable={removable} onRemoved={onRemoved} /></div>}
    </details>
  )
}
