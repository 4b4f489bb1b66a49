import type { BreakoutGroup } from './sessionAreas'

interface Person { id: string, unitId?: string | null, externalId?: string | null }

/**
 * Groups in which the units are mixed: unit by unit, each person goes to the smallest group, of those
 * to the one with fewest of their own.
 */
export function mixedGroups(
  people: readonly Person[], count: number, name: (number: number) => string
): BreakoutGroup[] {
  const groups = Array.from({ length: Math.max(1, count) }, (_, index) => ({
    groupId: `g-${index + 1}`, name: name(index + 1), members: [] as string[], units: [] as string[]
  }))
  const unit = (person: Person): string => person.unitId ?? person.externalId ?? ''
  for (const person of [...people].sort((a, b) => unit(a).localeCompare(unit(b)) || a.id.localeCompare(b.id))) {
    const own = unit(person)
    const [first] = [...groups].sort((a, b) => a.members.length - b.members.length
      || a.units.filter(one => one === own).length - b.units.filter(one => one === own).length)
    first?.members.push(person.id)
    first?.units.push(own)
  }
  return groups.map(({ groupId, name, members }) => ({ groupId, name, members }))
}
