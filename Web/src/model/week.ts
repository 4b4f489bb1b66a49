import type { WeekView } from './generated/types'

export type { WeekListing, WeekSession } from './generated/types'

/** The lists that a page goes through; a new week leaves out those that nobody has written in. */
type Listed = 'units' | 'externalParties' | 'citizenGroups' | 'objectives' | 'goals' | 'trialActions' | 'signs'
  | 'milestones'

/** A week with every list, also those that are empty. */
export type Week = Omit<WeekView, Listed> & { [List in Listed]: NonNullable<WeekView[List]> }

export type Unit = Week['units'][number]
export type ExternalParty = Week['externalParties'][number]
export type CitizenGroup = Week['citizenGroups'][number]
export type Objective = Week['objectives'][number]
export type Goal = Week['goals'][number]
export type TrialActionEntity = Week['trialActions'][number]
export type SignEntity = Week['signs'][number]
export type MilestoneEntity = Week['milestones'][number]

export function withEveryList(week: WeekView): Week {
  return {
    ...week, units: week.units ?? [], externalParties: week.externalParties ?? [],
    citizenGroups: week.citizenGroups ?? [], objectives: week.objectives ?? [], goals: week.goals ?? [],
    trialActions: week.trialActions ?? [], signs: week.signs ?? [], milestones: week.milestones ?? [],
  }
}
