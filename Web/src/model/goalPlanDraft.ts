import type { Level } from './level'
import type { Localized } from './localized'

// The server's draft of a unit's goal plan, as it is sent: absent values are left out.

export interface NamedParty { unitId?: string, externalId?: string, name: string }
export interface FunctionInUnit { unitId?: string, unitName?: string, function?: string }

export interface DraftObjective {
  id: string
  text: string
  sourceTitle?: string
  isMandatory: boolean
  selectedBy?: string
  selectedOn?: string
}

export interface DraftTrialAction {
  id: string
  title: string
  /** The label of the goal under which it is told in full; absent where that is here. */
  toldUnder?: string
  goalLabels: string[]
  isOwn: boolean
  partners: NamedParty[]
  start?: string
  end?: string
  scale?: string
  question?: string
  hypothesis?: string
  preparation?: string
  evaluation?: string
  decision?: Localized
}

export interface DraftSign {
  id: string, label: string, goalLabel?: string, text: string, kind?: Localized, baseline?: string, target?: string
  dataSource?: string, frequency?: string, collectedBy?: FunctionInUnit
}

export interface DraftMilestone {
  id: string
  goalLabel?: string
  text: string
  due?: string
  responsible?: FunctionInUnit
  evidence?: string
}

export interface DraftBaseline {
  needed?: boolean
  value?: string | null
  measuredOn?: string | null
  source?: string | null
}

export interface DraftGoal {
  id: string
  label: string
  text: string
  isMeasurable: boolean
  isNoticeable: boolean
  deadline?: string
  objectives: { id: string, text: string }[]
  citizenGroup?: { id: string, text: string }
  currentSituation?: string
  desiredSituation?: string
  baseline?: DraftBaseline
  /** What sessions decided about how it is worked on. */
  levelDecisions?: { sessionId: string, sessionTitle: string, choice: string, label: Localized, reason?: string }[]
  trialActions: DraftTrialAction[]
  signs: DraftSign[]
  milestones: DraftMilestone[]
}

export interface DraftExpectation {
  unitId?: string
  unitName?: string
  isOwn: boolean
  need?: string
  give?: string
  limit?: string
}
export interface DraftConfirmation {
  party: NamedParty
  function: string
  isLeader: boolean
  on: string
  state: 'current' | 'beforeChange'
  give?: string
  need?: string
}
export interface DraftOtherField {
  fieldId: string
  label: Localized
  isHiddenAtLevel: boolean
  text?: Localized
  rows: { columnId: string, label: Localized, text: Localized }[][]
}

export interface DraftCollaboration {
  modelId: string
  title: string
  level: Level
  sessionId?: string
  state: 'draft' | 'confirmed' | 'confirmedBeforeChange'
  parties: NamedParty[]
  goals: { id: string, label: string, text: string, unitId: string, unitName: string }[]
  task?: string
  whyCross?: string
  expectations: DraftExpectation[]
  goal?: string
  goalDate?: string
  coordinator?: FunctionInUnit
  start?: string
  end?: string
  escalation?: string
  decisionRights?: string
  anchoring?: string
  dataSharing?: string
  confirmations: DraftConfirmation[]
  other: DraftOtherField[]
}

export interface DraftTask {
  activity: string
  function?: string
  roleLabel: Localized
  modelId: string
  modelTitle: string
}
export interface DraftTimelineEntry {
  date: string
  kind: string
  modelTitle?: string
  modelId?: string
  text: Localized
}
export interface DraftGap {
  kind: string
  sentence: Localized
  remedy: Localized
  place: {
    path: string, unitIds?: string[], goalId?: string, trialActionId?: string, signId?: string, milestoneId?: string,
    modelId?: string, fieldId?: string
  }
}

export interface GoalPlanDraft {
  version: number
  templateVersion: number
  weekId: string
  weekTitle: string
  isExample: boolean
  notice?: string
  unit: { id: string, name: string, department?: string, leaderFunction?: string }
  year?: number
  sources: { sessionId: string, title: string, date?: string }[]
  vision?: string
  scenarios: { policyId: string, title: string, text: string }[]
  objectives: DraftObjective[]
  contributedObjectives: DraftObjective[]
  goals: DraftGoal[]
  contributions: { trialActions: DraftTrialAction[], signs: DraftSign[], milestones: DraftMilestone[] }
  collaborations: DraftCollaboration[]
  tasks: DraftTask[]
  timeline: DraftTimelineEntry[]
  resources: { what: string, amount?: string, modelId: string, modelTitle: string }[]
  parkedItems: { text: string, due?: string, sessionTitle: string }[]
  gaps: DraftGap[]
  approval: { function?: string, on?: string, remark?: string }[]
  origins: { modelId: string, title: string, level: Level, contentVersion: string, sessionId?: string }[]
}

/** The gaps that concern one thing of the draft, to be shown beside it. */
export function gapsAt(draft: GoalPlanDraft, matches: (place: DraftGap['place']) => boolean): DraftGap[] {
  return draft.gaps.filter(gap => matches(gap.place))
}
