import { compareDanish } from '../../model/danish'
import { formatDate } from '../../model/dates'
import { missingUnits } from '../../model/nextSteps'
import { useWords } from '../shared/LanguageContext'
import { UnitBadge } from '../ui/UnitBadge'
import { mayFacilitate } from '../../model/session'
import { CorrectPerson } from './CorrectPerson'
import { useSession } from './SessionContext'

/** Who is here, by unit; those who have joined but are away now are shown quietly. */
export function People() {
  const { t, language } = useWords()
  const { view, week, details } = useSession()
  const ids = [...week.units, ...week.externalParties].map(one => one.id)
  const people = [...view.participants.values()]
  const groups = [...week.units, ...week.externalParties]
    .map(unit => ({ unit, members: people.filter(one => (one.unitId ?? one.externalId) === unit.id)
      .sort((a, b) => compareDanish(a.displayName, b.displayName)) }))
    .filter(group => group.members.length > 0)
  const here = people.filter(one => view.present.has(one.id)).length
  const hereUnits = new Set(people.filter(one => view.present.has(one.id)).flatMap(one => one.unitId ?? []))
  const missing = missingUnits(week, details.citizenGroupId, view.models, hereUnits)
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading">{t('people.title')}</h2>
      {groups.length === 0
        ? <p className="quiet">{t('people.empty')}</p>
        : <p className="quiet small" data-testid="people-count">{t('people.count', { count: here })}</p>}
      {groups.length > 0 && details.namesDeletedOn && <p className="quiet small" data-testid="names-deleted">
        {t('names.kept', { date: formatDate(details.namesDeletedOn, language) })}
      </p>}
      <ul className="people" data-testid="people">
        {groups.map(({ unit, members }) => (
          <li key={unit.id}>
            <UnitBadge id={unit.id} name={unit.name} ids={ids} away={!members.some(one => view.present.has(one.id))} />
            <div>
              <p className="people-unit">{unit.name}</p>
              <ul>{members.map(one => (
                <li key={one.id} className={view.present.has(one.id) ? '' : 'away'}>
                  {one.displayName || <span className="quiet">{t('names.unnamed')}</span>}
                  {one.id === details.me.participantId && ` ${t('people.me')}`}
                  {one.function && <span className="quiet">, {one.function}</span>}
                  {!view.present.has(one.id) && <span className="quiet"> · {t('people.away')}</span>}
                  {mayFacilitate(details.role) && <>{' '}<CorrectPerson person={one} /></>}
                </li>
              ))}</ul>
            </div>
          </li>
        ))}
      </ul>
      {missing.length > 0 && !view.state.ended && <p className="quiet small people-missing"
        data-testid="people-missing">{t('people.missing', { units: missing.join(', ') })}</p>}
    </section>
  )
}
