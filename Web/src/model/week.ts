import type { ModelSummary } from './modelSummary'
import type { LevelChoice } from './together'

export interface Unit { id: string, name: string, department?: string, leaderFunction?: string }
export interface ExternalParty { id: string, name: string, kind?: string }
export interface CitizenGroup { id: string, name: string, description?: string }
export interface Objective { id: string, text: string }
export interface Goal {
  id: string
  unitId: string
  text: string
  objectiveIds?: string[]
  citizenGroupId?: string | null
  deadline?: string | null
}
/** Entities of the week that a model may point to; only what the page shows of them. */
export interface TrialActionEntity { id: string, title?: string, goalIds?: string[] }
export interface SignEntity { id: string, text?: string, goalId?: string }
export interface MilestoneEntity { id: string, text?: string, goalId?: string, due?: string }

export interface WeekSession {
  id: string
  title: string
  date?: string | null
  startsAt?: string | null
  endsAt?: string | null
  citizenGroupId?: string | null
  room?: string | null
  /** What a session decided of a goal's level. */
  decidedLevels?: { goalId: string, choice: LevelChoice }[]
  /** Only for those who may invite. */
  joinCode?: string
  models: ModelSummary[]
  /** Whether one is in it: of the others the programme alone is told. */
  mayEnter: boolean
}

export interface Week {
  id: string
  title: string
  municipality?: { name?: string } | null
  start?: string | null
  end?: string | null
  /** When the names of those who take part are deleted, where a session says nothing else. */
  namesDeletedOn?: string
  /** Days set for follow-ups are `MM-DD` by rule; those that aren't there are on a day of the product's. */
  annualCycle?: { year?: number, followUpDays?: Record<string, string> } | null
  units: Unit[]
  externalParties: ExternalParty[]
  citizenGroups: CitizenGroup[]
  objectives: Objective[]
  goals: Goal[]
  trialActions: TrialActionEntity[]
  signs: SignEntity[]
  milestones: MilestoneEntity[]
  sessions: WeekSession[]
}

export interface WeekListing { id: string, title: string, start?: string | null, end?: string | null, sessions: number }
