import type { Localized } from './localized'
import type { SignSeries } from './planYear'

// What citizens can read of a unit's plan, as the server sends it.

export interface GoalAccount {
  id: string, text: string, deadline?: string, objectives: string[], current?: string, desired?: string
  trialActions: {
    title: string, start?: string, end?: string,
    evaluations: { date?: string, effect?: string, decision?: Localized }[]
  }[]
  signs: SignSeries[]
  milestones: { text: string, due?: string, evidence?: string }[]
}

export interface CitizenPlan {
  unitName: string, municipality: string, year?: number, version: number, isExample: boolean, notice?: string
  introduction?: string
  goals: GoalAccount[]
  status: { objective: string, state?: Localized, text?: string, date?: string }[]
}
