export type { CitizenPlan, GoalAccount } from './generated/types'
