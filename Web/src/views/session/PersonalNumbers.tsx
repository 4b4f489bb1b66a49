import { useState } from 'react'
import type { PersonalNumberPlace } from '../../model/personalNumber'
import { api } from '../../net/api'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { useLoad } from '../shared/useLoad'
import { Link } from '../ui/Link'
import { Loading } from '../ui/Loading'
import { ProblemNotice } from '../ui/ProblemNotice'
import { useSessionSetting } from './SessionContext'

/** Where something looks like a CPR number, for who leads; looked for when it is opened. */
export function PersonalNumbers() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={event => setOpen(event.currentTarget.open)}
      data-testid="personal-numbers">
      <summary>{t('personalNumber.title')}</summary>
      {isOpen && <Places />}
    </details>
  )
}

function Places() {
  const { t, language } = useWords()
  const { details } = useSessionSetting()
  const { value: places, error, reload } = useLoad(`numbers ${details.id}`, () => api.personalNumbers(details.id))
  if (error !== null) return <ProblemNotice error={error} />
  if (places === null) return <Loading />
  const words = (place: PersonalNumberPlace) => t(`personalNumber.${place.kind}`, {
    model: (place.title ?? '').trim() || t('model.untitled'), field: place.label?.[language] ?? '–',
  })
  return (
    <div className="sheet stack">
      {places.length === 0
        ? <p className="quiet" data-testid="personal-numbers-none">{t('personalNumber.none')}</p>
        : <>
          <p className="quiet">{t('personalNumber.text')}</p>
          <ul data-testid="personal-numbers-list">{places.map((place, index) => (
            <li key={index}>{place.modelId === undefined
              ? words(place)
              : <Link href={paths.model(details.id, place.modelId)}>{words(place)}</Link>}</li>
          ))}</ul>
        </>}
      <p><button type="button" className="button quiet slim" onClick={reload}>{t('personalNumber.again')}</button></p>
    </div>
  )
}
