import { memo } from 'react'
import type { FieldDefinition } from '../../model/fieldDefinition'
import { useWords } from '../shared/LanguageContext'
import { FieldEditor } from '../fields/FieldEditor'
import { useSessionSetting } from '../session/SessionContext'
import { UnitBadge } from '../ui/UnitBadge'
import { Comments } from './Comments'
import { useLacking } from './ModelContext'
import { usePeersAt } from './PeersContext'

/** A field's name, the question a participant is asked, who is there now, and the editor. */
export const FieldFrame = memo(function FieldFrame({ field }: { field: FieldDefinition }) {
  const { t, own } = useWords()
  const lacking = useLacking().has(field.id)
  return (
    <div className={`model-field ${lacking ? 'lacking' : ''}`} id={`field-${field.id}`} data-field={field.id}
      data-testid={`field-${field.id}`}>
      <div className="model-field-head">
        <h3 id={`label-${field.id}`}>{own(field.label)}</h3>
        {lacking && <span className="lacking-mark" id={`lacking-${field.id}`}>{t('field.missing')}</span>}
        <PeersHere field={field.id} />
      </div>
      <p className="model-question" id={`question-${field.id}`}>{own(field.question)}</p>
      <FieldEditor field={field} />
      <Comments field={field.id} label={own(field.label)} />
    </div>
  )
})

function PeersHere({ field }: { field: string }) {
  const { t } = useWords()
  const here = usePeersAt(field)
  const { week } = useSessionSetting()
  if (here.length === 0) return null
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  return (
    <ul className="peers-here" aria-label={t('field.peers')}>
      {here.map(peer => (
        <li key={peer.clientId}>
          <UnitBadge id={peer.user.unitId} name={peer.user.name} ids={ids} />
          <span className="peers-name">{peer.user.name}</span>
        </li>
      ))}
    </ul>
  )
}
