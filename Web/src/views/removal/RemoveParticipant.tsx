import { useId, useState } from 'react'
import type { Participant } from '../../model/session'
import { removable } from '../../net/removals'
import { documents } from '../../net/documents'
import { useWords } from '../shared/LanguageContext'
import { useSessionSetting } from '../session/SessionContext'
import { usePeople } from '../session/usePeople'
import { RemovalForm } from './RemovalForm'

/** Deleting somebody who took part; the administrator can also read all that is stored of the person. */
export function RemoveParticipant() {
  const { t } = useWords()
  const { details } = useSessionSetting()
  const { everybody, unitName } = usePeople()
  const id = useId()
  const [whom, setWhom] = useState('')
  const isThere = everybody.some(one => one.id === whom)
  const words = (one: Participant) =>
    [one.displayName || t('names.unnamed'), unitName(one.unitId, one.externalId), one.function].filter(Boolean)
      .join(', ')
  return (
    <details className="disclosure" data-testid="remove-participant">
      <summary>{t('removal.participant')}</summary>
      <div className="sheet stack">
        <div className="field">
          <label htmlFor={id}>{t('removal.choose')}</label>
          <select id={id} className="select" value={isThere ? whom : ''} data-testid="remove-whom"
            onChange={event => setWhom(event.target.value)}>
            <option value="">{t('choose')}</option>
            {everybody.map(one => <option key={one.id} value={one.id}>{words(one)}</option>)}
          </select>
        </div>
        {isThere && details.role === 'administrator' && <p>
          <a className="button" href={documents.person(details.id, whom)} download={`${whom}.json`}
            data-testid="about-person">
            {t('removal.about')}
          </a>
        </p>}
        {isThere && <RemovalForm key={whom} removable={removable.participant(details.id, whom)}
          onRemoved={() => setWhom('')} />}
      </div>
    </details>
  )
}
