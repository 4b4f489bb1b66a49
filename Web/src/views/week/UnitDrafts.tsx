import { useState } from 'react'
import { compareDanish } from '../../model/danish'
import type { Grant } from '../../model/session'
import type { Week } from '../../model/week'
import { useWords } from '../shared/LanguageContext'
import { paths } from '../shared/routes'
import { Link } from '../ui/Link'
import { UnitBadge } from '../ui/UnitBadge'

/** From here on a list is quicker to search than to look through. */
const searchFrom = 12

/**
 * The units, each with its draft for those who may read it; nothing where one may read none. One's own come
 * first; a long list can be searched.
 */
export function UnitDrafts({ week, grants }: { week: Week, grants: readonly Grant[] }) {
  const { t } = useWords()
  const ids = week.units.map(unit => unit.id)
  const all = grants.some(grant => grant.role === 'administrator')
  const [search, setSearch] = useState('')
  const needle = search.trim().toLocaleLowerCase('da')
  const own = (unit: string) =>
    grants.some(grant => grant.role === 'leader' && grant.weekId === week.id && grant.unitId === unit)
  function mayRead(unit: string): boolean {
    return all || own(unit)
  }
  const reads = week.units.filter(unit => mayRead(unit.id)).length > 0
  const shown = week.units
    .filter(unit => `${unit.name} ${unit.department ?? ''}`.toLocaleLowerCase('da').includes(needle))
      .sort((a, b) => Number(own(b.id)) - Number(own(a.id)) || compareDanish(a.name, b.name))
  if (!reads) {
    return null
  }
  return (
    <section aria-labelledby="units-heading" className="stack">
      <h2 id="units-heading">{t('week.units')}</h2>
      {week.units.length >= searchFrom
        && <div className="field"><label htmlFor="unit-search">{t('week.units.search')}</label>
          <input id="unit-search" type="search" className="input" value={search}
            onChange={event => setSearch(event.target.value)} data-testid="unit-search" />
          <p role="status" className="quiet">
            {t('week.units.shown', { count: shown.length, all: week.units.length })}
          </p></div>}
      <ul className="unit-drafts" data-testid="unit-drafts">
        {shown.map(unit => (
          <li key={unit.id}>
            <UnitBadge id={unit.id} name={unit.name} ids={ids} />
            <span className="unit-drafts-name">
              <strong>{unit.name}</strong>
              {unit.department && <span className="quiet">{unit.department}</span>}
            </span>
            {mayRead(unit.id) && <span className="cluster">
              <Link href={paths.draft(week.id, unit.id)} data-testid={`draft-${unit.id}`}
                aria-label={t('week.draftOf', { unit: unit.name })}>{t('week.draft')}</Link>
              <Link href={paths.plan(week.id, unit.id)} data-testid={`plan-${unit.id}`}
                aria-label={t('week.planOf', { unit: unit.name })}>{t('week.plan')}</Link>
            </span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
