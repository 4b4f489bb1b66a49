import { compareDanish } from '../../model/danish'
import type { Grant } from '../../model/session'
import type { Week } from '../../model/week'
import { useWords } from '../app/LanguageContext'
import { paths } from '../app/routes'
import { Link } from '../ui/Link'
import { UnitBadge } from '../ui/UnitBadge'

/** The units, each with its draft for those who may read it. */
export function UnitDrafts({ week, grants }: { week: Week, grants: readonly Grant[] }) {
  const { t } = useWords()
  const ids = week.units.map(unit => unit.id)
  const all = grants.some(grant => grant.role === 'administrator' || (grant.role === 'facilitator' && grant.weekId === week.id))
  const mayRead = (unit: string) => all || grants.some(grant => grant.weekId === week.id && grant.unitId === unit)
  return (
    <section aria-labelledby="units-heading" className="stack">
      <h2 id="units-heading">{t('week.units')}</h2>
      <ul className="unit-drafts" data-testid="unit-drafts">
        {[...week.units].sort((a, b) => compareDanish(a.name, b.name)).map(unit => (
          <li key={unit.id}>
            <UnitBadge id={unit.id} name={unit.name} ids={ids} />
            <span className="unit-drafts-name"><strong>{unit.name}</strong>{unit.department && <span className="quiet">{unit.department}</span>}</span>
            {mayRead(unit.id) && <span className="cluster">
              <Link href={paths.draft(week.id, unit.id)} data-testid={`draft-${unit.id}`} aria-label={t('week.draftOf', { unit: unit.name })}>{t('week.draft')}</Link>
              <Link href={paths.plan(week.id, unit.id)} data-testid={`plan-${unit.id}`} aria-label={t('week.planOf', { unit: unit.name })}>{t('week.plan')}</Link>
            </span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
