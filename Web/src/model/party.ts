import type { ModelSummary } from './modelSummary'
import type { Week } from './week'

/** A unit or an external party, by the id that says which of them it is. */
export interface Party { unitId?: string, externalId?: string, name: string }

interface Seat { unitId?: string | null, externalId?: string | null }

/** Everybody in the week who could be party to a collaboration: the units first. */
function allParties(week: Week): Party[] {
  return [
    ...week.units.map((unit): Party => ({ unitId: unit.id, name: unit.name })),
    ...week.externalParties.map((party): Party => ({ externalId: party.id, name: party.name })),
  ]
}

/** Whose word a model has or waits for: the units it names, and whoever has confirmed it. */
export function partiesOf(week: Week, model: ModelSummary): Party[] {
  return allParties(week).filter(({ unitId, externalId }) => unitId !== undefined
    ? model.parties.includes(unitId) || model.confirmations.some(one => one.unitId === unitId)
    : model.confirmations.some(one => one.externalId === externalId))
}

/** Whom somebody speaks for, by the seat they have taken. */
export function ownParty(week: Week, seat: Seat): Party | undefined {
  return allParties(week).find(party => party.unitId !== undefined
    ? party.unitId === seat.unitId
    : party.externalId === seat.externalId)
}

export function isSameParty(one: Party, other: Party): boolean {
  return one.unitId === other.unitId && one.externalId === other.externalId
}

/** As the server is told of a party. */
export function partyId(party: Party): { unitId?: string, externalId?: string } {
  return party.unitId !== undefined ? { unitId: party.unitId } : { externalId: party.externalId ?? '' }
}
