import { compareDanish } from '../../model/danish'
import type { Participant } from '../../model/session'
import { useSession } from './SessionContext'

/** What the people of the session are called here. */
export function usePeople() {
  const { view, week } = useSession()
  const unitName = (unitId?: string | null, externalId?: string | null): string =>
    [...week.units, ...week.externalParties].find(one => one.id === (unitId ?? externalId))?.name ?? ''
  const name = (id: string | undefined): string => view.participants.get(id ?? '')?.displayName ?? ''
  const nameAndUnit = (id: string): string => {
    const person = view.participants.get(id)
    return person ? [person.displayName, unitName(person.unitId, person.externalId)].filter(Boolean).join(', ') : ''
  }
  const everybody: Participant[] =
    [...view.participants.values()].sort((a, b) => compareDanish(a.displayName, b.displayName))
  return { unitName, name, nameAndUnit, everybody }
}
