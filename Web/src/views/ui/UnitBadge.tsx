import { initials } from '../../model/danish'
import { unitTone } from '../../model/unitTone'

/** A unit's colour and letters. The name stands beside it or is given as `title`; alone it is not read. */
export function UnitBadge({ id, name, ids, away = false }: {
  id: string | null | undefined, name: string, ids: readonly string[], away?: boolean
}) {
  const tone = unitTone(id, ids)
  return <span className={`badge ${tone >= 0 ? `tone-${tone}` : ''} ${away ? 'away' : ''}`} title={name}
    aria-hidden="true">{initials(name)}</span>
}
