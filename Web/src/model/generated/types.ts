// Generated from openapi.json by generate.mjs. What is written here by hand is lost.

export interface AcceptedMessage {
  readonly id: string
  readonly seq: number
  readonly type: 'accepted'
}

export interface AgendaPhase {
  readonly id: string
  readonly minutes: number
  readonly modelIds?: readonly string[]
  readonly question?: string
  readonly questionEn?: string
  readonly title: string
  readonly titleEn?: string
}

export interface AgendaSet {
  readonly kind: 'agendaSet'
  readonly phases: readonly AgendaPhase[]
}

export interface AgendaTemplate {
  readonly id: string
  readonly phases: readonly {
    readonly minutes: number
    readonly questionDa?: string | null
    readonly questionEn?: string | null
    readonly titleDa: string
    readonly titleEn: string
  }[]
  readonly titleDa: string
  readonly titleEn: string
}

export type AgreementState = 'draft' | 'confirmed' | 'confirmedBeforeChange'

export interface AnnualReport {
  readonly followUps: readonly FollowUp[]
  readonly frames: readonly AnnualReportFrame[]
  readonly goals: readonly GoalAccount[]
  readonly status: readonly ObjectiveWord[]
  readonly summary?: string
  readonly year: number
}

export interface AnnualReportDocument {
  readonly report: AnnualReport
  readonly unitId: string
  readonly unitName: string
}

export interface AnnualReportFrame {
  readonly amount?: string
  readonly kind?: LocalizedText
  readonly remark?: string
  readonly title: string
}

export interface AnswerBody {
  readonly admit: boolean
}

export interface AnswerCall {
  readonly groupId: string
  readonly kind: 'answerCall'
}

export interface AppointmentBody {
  readonly participantId: string
}

export interface Ballot {
  readonly dots: Record<string, number>
  readonly participantId?: string
  readonly voteId: string
}

export interface BreakoutGroup {
  readonly groupId: string
  readonly members: readonly string[]
  readonly modelId?: string
  readonly name: string
}

export interface BulkAgreement {
  readonly corporateGoals?: readonly BulkAgreementCorporateGoal[]
  readonly end?: string
  readonly holders?: Record<string, string>
  readonly introduction?: string
  readonly profile: Profile
  readonly rules?: readonly BulkAgreementRule[]
  readonly start?: string
  readonly unitIds?: readonly string[]
}

export interface BulkAgreementCorporateGoal {
  readonly deadline?: string
  readonly id: string
  readonly text: string
}

export interface BulkAgreementRule {
  readonly id: string
  readonly text?: string
  readonly title: string
}

export interface Call {
  readonly mode: CallMode
  readonly modelId?: string
}

export interface CallAnswered {
  readonly groupId: string
  readonly kind: 'callAnswered'
}

export interface CallFacilitator {
  readonly kind: 'callFacilitator'
}

export type CallMode = 'summon' | 'takeAlong'

export interface CallTogether {
  readonly kind: 'callTogether'
  readonly mode: CallMode
  readonly modelId?: string
}

export interface CalledTogether {
  readonly kind: 'calledTogether'
  readonly mode: CallMode
  readonly modelId?: string
}

export interface CarryOverBody {
  readonly fromWeekId: string
}

export interface CastVote {
  readonly dots: Record<string, number>
  readonly kind: 'castVote'
  readonly participantId?: string
  readonly voteId: string
}

export type ChangedBudgetAgreements = readonly {
  readonly adoptedOn?: string | null
  readonly id: string
  readonly objectiveIds?: readonly string[] | null
  readonly title?: string
}[]

export type ChangedCitizenGroups = readonly {
  readonly approximateSize?: number | null
  readonly description?: string | null
  readonly id: string
  readonly name?: string
}[]

export type ChangedExternalParties = readonly {
  readonly id: string
  readonly kind?: string | null
  readonly name?: string
}[]

export type ChangedGoals = readonly {
  readonly baseline?: {
    readonly measuredOn?: string | null
    readonly needed?: boolean | null
    readonly source?: string | null
    readonly value?: string | null
  } | null
  readonly citizenGroupId?: string | null
  readonly currentSituation?: string | null
  readonly deadline?: string | null
  readonly desiredSituation?: string | null
  readonly id: string
  readonly measurable?: boolean | null
  readonly noticeable?: boolean | null
  readonly objectiveIds?: readonly string[] | null
  readonly text?: string
  readonly unitId?: string
}[]

export type ChangedMarketPosts = readonly {
  readonly citizenGroupId?: string
  readonly function?: string | null
  readonly goalId?: string | null
  readonly id: string
  readonly kind?: 'offer' | 'need'
  readonly text?: string
  readonly unitId?: string
}[]

export interface ChangedMunicipality {
  readonly id?: string | null
  readonly kle?: string | null
  readonly name?: string
}

export type ChangedObjectives = readonly {
  readonly id: string
  readonly source?: {
    readonly id: string
    readonly kind?: 'policy' | 'budgetAgreement'
  } | null
  readonly text?: string
}[]

export type ChangedPolicies = readonly {
  readonly adoptedOn?: string | null
  readonly futureScenario?: string | null
  readonly id: string
  readonly objectiveIds?: readonly string[] | null
  readonly title?: string
  readonly validFrom?: string | null
  readonly validTo?: string | null
  readonly visionId?: string | null
}[]

export type ChangedUnits = readonly {
  readonly department?: string | null
  readonly id: string
  readonly kle?: string | null
  readonly leaderFunction?: string | null
  readonly name?: string
}[]

export interface ChangedVision {
  readonly id?: string | null
  readonly title?: string
}

export interface CitizenPlan {
  readonly goals: readonly GoalAccount[]
  readonly introduction?: string
  readonly isExample: boolean
  readonly municipality: string
  readonly notice?: string
  readonly status: readonly ObjectiveWord[]
  readonly unitName: string
  readonly version: number
  readonly year?: number
}

export interface CommandRequest {
  readonly command: SessionCommand
  readonly id: string
  readonly type: 'command'
}

export interface ConfirmationBody {
  readonly contentVersion?: string
  readonly externalId?: string
  readonly function?: string
  readonly give?: string
  readonly need?: string
  readonly unitId?: string
}

export type ConfirmationState = 'current' | 'beforeChange'

export type ConfirmationWithdrawalSource = 'maker' | 'leader' | 'facilitator'

export interface ConfirmationWithdrawn {
  readonly by?: ConfirmationWithdrawalSource
  readonly externalId?: string
  readonly function?: string
  readonly kind: 'confirmationWithdrawn'
  readonly modelId: string
  readonly unitId?: string
}

export interface CorrectionBody {
  readonly displayName?: string
  readonly externalId?: string
  readonly function?: string
  readonly unitId?: string
}

export interface DecideLevel {
  readonly choice: LevelChoice
  readonly goalId: string
  readonly kind: 'decideLevel'
  readonly reason: string
}

export interface DoorMessage {
  readonly count: number
  readonly type: 'door'
  readonly waiting: readonly ShownKnock[]
}

export interface EarlierItem {
  readonly due?: string
  readonly externalId?: string
  readonly function?: string
  readonly text: string
  readonly unitId?: string
}

export interface EarlierPromise {
  readonly externalId?: string
  readonly function: string
  readonly give?: string
  readonly modelId: string
  readonly need?: string
  readonly title: string
  readonly unitId?: string
}

export interface EarlierSession {
  readonly date?: string
  readonly parkedItems: readonly EarlierItem[]
  readonly promises: readonly EarlierPromise[]
  readonly sessionId?: string
  readonly title?: string
}

export interface EndSession {
  readonly kind: 'endSession'
}

export interface EnterPhase {
  readonly expected: number
  readonly index: number
  readonly kind: 'enterPhase'
}

export interface Evaluate {
  readonly grade: number
  readonly kind: 'evaluate'
  readonly participantId?: string
  readonly text?: string
}

export interface Evaluated {
  readonly grade: number
  readonly kind: 'evaluated'
  readonly participantId?: string
  readonly text?: string
}

export interface Evaluation {
  readonly grade: number
  readonly participantId?: string
  readonly text?: string
}

export interface EventMessage {
  readonly at: number
  readonly event: SessionEvent
  readonly seq: number
  readonly type: 'event'
}

export type ExportFormat = 'json' | 'md' | 'csv' | 'ics' | 'docx' | 'odt' | 'pdf'

export interface ExtendTimer {
  readonly byMs: number
  readonly kind: 'extendTimer'
}

export interface FacilitatorCalled {
  readonly groupId: string
  readonly kind: 'facilitatorCalled'
}

export interface Fault {
  readonly column?: LocalizedText
  readonly file?: string
  readonly message: string
  readonly messageEn: string
  readonly path: string
  readonly row?: number
}

export interface FieldDefinitionsFile {
  readonly fields: readonly {
    readonly alternative?: {
      readonly labelDa: string
      readonly labelEn: string
    } | null
    readonly coCreation: 'R' | 'O' | 'O*' | '-'
    readonly columns?: readonly {
      readonly choices?: readonly {
        readonly labelDa: string
        readonly labelEn: string
        readonly levels?: readonly ('knowledge' | 'coordination' | 'coCreation')[] | null
        readonly value: string
      }[] | null
      readonly id: string
      readonly kind: 
        | 'text'
        | 'longText'
        | 'date'
        | 'boolean'
        | 'choice'
        | 'unit'
        | 'externalParty'
        | 'goal'
        | 'units'
        | 'externalParties'
        | 'goals'
        | 'signs'
        | 'unitFunction'
      readonly labelDa: string
      readonly labelEn: string
    }[] | null
    readonly coordination: 'R' | 'O' | 'O*' | '-'
    readonly id: string
    readonly knowledge: 'R' | 'O' | 'O*' | '-'
    readonly labelDa: string
    readonly labelEn: string
    readonly questionDa: string
    readonly questionEn: string
    readonly section: string
    readonly type: 
      | 'text'
      | 'longText'
      | 'dateRange'
      | 'longText+date'
      | 'ref:citizenGroup'
      | 'ref:goal[]'
      | 'ref:unit[]'
      | 'ref:unit+function'
      | 'rows'
      | 'ref:trialAction[]'
      | 'ref:sign[]'
      | 'ref:milestone[]'
  }[]
  readonly schemaVersion: 1
  readonly sections: readonly {
    readonly id: string
    readonly labelDa: string
    readonly labelEn: string
  }[]
  readonly values?: readonly {
    readonly id: string
    readonly labelDa: string
    readonly labelEn: string
    readonly questionDa: string
    readonly questionEn: string
  }[] | null
}

export interface FinishedVersion {
  readonly at: number
  readonly by: string
  readonly revision: number
  readonly version: number
}

export interface FollowUp {
  readonly date: string
  readonly doneOn?: string
  readonly id: string
  readonly itemIds: readonly string[]
  readonly outcome?: string
  readonly ruleId: string
  readonly seed?: string
  readonly title: LocalizedText
}

export interface FollowUpRule {
  readonly day?: number
  readonly id: string
  readonly isDayOurs: boolean
  readonly isNextYear: boolean
  readonly month?: number
  readonly seed?: string
  readonly skipsFirstYear: boolean
  readonly subject: FollowUpRuleSubject
  readonly title: LocalizedText
}

export type FollowUpRuleSubject = 
  | 'plan'
  | 'politicalGoals'
  | 'administrativeGoals'
  | 'localGoals'
  | 'politicalInitiatives'
  | 'administrativeInitiatives'
  | 'localInitiatives'
  | 'trialActions'
  | 'baselines'
  | 'agreementEnd'

export interface FormGroups {
  readonly byChoice: boolean
  readonly groups: readonly BreakoutGroup[]
  readonly kind: 'formGroups'
}

export interface FormatAvailability {
  readonly available: boolean
  readonly format: ExportFormat
  readonly mediaType: string
  readonly package?: string
}

export interface Gap {
  readonly kind: GapKind
  readonly place: GapPlace
  readonly remedy: LocalizedText
  readonly sentence: LocalizedText
}

export type GapKind = 
  | 'leaderFunctionMissing'
  | 'mandatoryObjectiveWithoutGoal'
  | 'policyNotFourYears'
  | 'policyNotInForce'
  | 'policyWithoutScenario'
  | 'policyWithoutVision'
  | 'goalWithoutObjective'
  | 'goalWithoutDeadline'
  | 'goalDeadlinePassed'
  | 'goalDeadlineTooFar'
  | 'goalNeitherMeasurableNorNoticeable'
  | 'goalWithoutSituation'
  | 'goalWithoutTrialAction'
  | 'goalWithoutSign'
  | 'baselineMissing'
  | 'signWithoutBaseline'
  | 'signWithoutDataSource'
  | 'trialActionWithoutPeriod'
  | 'trialActionWithoutHypothesis'
  | 'trialActionWithoutPreparation'
  | 'milestoneWithoutDate'
  | 'milestoneWithoutResponsible'
  | 'unitHasNotConfirmed'
  | 'confirmationBeforeChange'
  | 'notExactlyOneAccountable'
  | 'leaderHasNotConfirmed'
  | 'coordinatorMissing'
  | 'personalDataWithoutSharing'
  | 'requiredFieldEmpty'

export interface GapPlace {
  readonly fieldId?: string
  readonly goalId?: string
  readonly milestoneId?: string
  readonly modelId?: string
  readonly objectiveId?: string
  readonly path: string
  readonly signId?: string
  readonly trialActionId?: string
  readonly unitIds?: readonly string[]
}

export interface GoalAccount {
  readonly current?: string
  readonly deadline?: string
  readonly desired?: string
  readonly id: string
  readonly milestones: readonly GoalAccountMilestone[]
  readonly objectives: readonly string[]
  readonly signs: readonly SignSeries[]
  readonly text: string
  readonly trialActions: readonly GoalAccountTrialAction[]
}

export interface GoalAccountEvaluation {
  readonly date?: string
  readonly decision?: LocalizedText
  readonly effect?: string
  readonly learned?: string
}

export interface GoalAccountMilestone {
  readonly due?: string
  readonly evidence?: string
  readonly text: string
}

export interface GoalAccountTrialAction {
  readonly end?: string
  readonly evaluations: readonly GoalAccountEvaluation[]
  readonly start?: string
  readonly title: string
}

export interface GoalPlan {
  readonly formatVersion: number
  readonly isFinished: boolean
  readonly items: Record<string, PlanItem>
  readonly profile: Profile
  readonly revision: number
  readonly shownToCitizens?: number
  readonly unitId: string
  readonly version: number
  readonly weekId: string
}

export interface GoalPlanDraft {
  readonly approval: readonly GoalPlanDraftApproval[]
  readonly collaborations: readonly GoalPlanDraftCollaboration[]
  readonly contributedObjectives: readonly GoalPlanDraftObjective[]
  readonly contributions: GoalPlanDraftContributions
  readonly formatVersion: 1
  readonly gaps: readonly Gap[]
  readonly goals: readonly GoalPlanDraftGoal[]
  readonly isExample: boolean
  readonly notice?: string
  readonly objectives: readonly GoalPlanDraftObjective[]
  readonly origins: readonly GoalPlanDraftOrigin[]
  readonly parkedItems: readonly GoalPlanDraftParkedItem[]
  readonly profile: Profile
  readonly resources: readonly GoalPlanDraftResource[]
  readonly scenarios: readonly GoalPlanDraftScenario[]
  readonly sources: readonly GoalPlanDraftSource[]
  readonly tasks: readonly GoalPlanDraftTask[]
  readonly templateVersion: number
  readonly timeline: readonly GoalPlanDraftTimelineEntry[]
  readonly unit: GoalPlanDraftUnitInformation
  readonly values?: readonly GoalPlanDraftValueReflection[]
  readonly version: number
  readonly vision?: string
  readonly weekId: string
  readonly weekTitle: string
  readonly year?: number
}

export interface GoalPlanDraftApproval {
  readonly function?: string
  readonly on?: string
  readonly remark?: string
}

export interface GoalPlanDraftCollaboration {
  readonly anchoring?: string
  readonly confirmations: readonly GoalPlanDraftConfirmation[]
  readonly coordinator?: GoalPlanDraftFunctionInUnit
  readonly dataSharing?: string
  readonly decisionRights?: string
  readonly end?: string
  readonly escalation?: string
  readonly expectations: readonly GoalPlanDraftExpectation[]
  readonly goal?: string
  readonly goalDate?: string
  readonly goals: readonly GoalPlanDraftContributedGoal[]
  readonly level: Level
  readonly modelId: string
  readonly other: readonly GoalPlanDraftOtherField[]
  readonly parties: readonly GoalPlanDraftParticipant[]
  readonly sessionId?: string
  readonly start?: string
  readonly state: AgreementState
  readonly task?: string
  readonly title: string
  readonly whyCross?: string
}

export interface GoalPlanDraftConfirmation {
  readonly function: string
  readonly give?: string
  readonly isLeader: boolean
  readonly need?: string
  readonly on: string
  readonly party: GoalPlanDraftParticipant
  readonly state: ConfirmationState
}

export interface GoalPlanDraftContributedGoal {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly unitId: string
  readonly unitName: string
}

export interface GoalPlanDraftContributions {
  readonly milestones: readonly GoalPlanDraftMilestone[]
  readonly signs: readonly GoalPlanDraftSign[]
  readonly trialActions: readonly GoalPlanDraftTrialAction[]
}

export interface GoalPlanDraftExpectation {
  readonly give?: string
  readonly isOwn: boolean
  readonly limit?: string
  readonly need?: string
  readonly unitId?: string
  readonly unitName?: string
}

export interface GoalPlanDraftFunctionInUnit {
  readonly function?: string
  readonly unitId?: string
  readonly unitName?: string
}

export interface GoalPlanDraftGoal {
  readonly baseline?: WeekBaseline
  readonly citizenGroup?: GoalPlanDraftNamedText
  readonly currentSituation?: string
  readonly deadline?: string
  readonly desiredSituation?: string
  readonly id: string
  readonly isMeasurable: boolean
  readonly isNoticeable: boolean
  readonly label: string
  readonly levelDecisions?: readonly GoalPlanDraftLevelDecision[]
  readonly milestones: readonly GoalPlanDraftMilestone[]
  readonly objectives: readonly GoalPlanDraftNamedText[]
  readonly signs: readonly GoalPlanDraftSign[]
  readonly text: string
  readonly trialActions: readonly GoalPlanDraftTrialAction[]
  readonly types?: WeekGoalTypes
}

export interface GoalPlanDraftLevelDecision {
  readonly choice: string
  readonly label: LocalizedText
  readonly reason?: string
  readonly sessionId: string
  readonly sessionTitle: string
}

export interface GoalPlanDraftMilestone {
  readonly due?: string
  readonly evidence?: string
  readonly goalId?: string
  readonly goalLabel?: string
  readonly id: string
  readonly modelIds: readonly string[]
  readonly responsible?: GoalPlanDraftFunctionInUnit
  readonly text: string
}

export interface GoalPlanDraftNamedText {
  readonly id: string
  readonly text: string
}

export interface GoalPlanDraftObjective {
  readonly id: string
  readonly isMandatory: boolean
  readonly selectedBy?: string
  readonly selectedOn?: string
  readonly sourceKind?: WeekObjectiveSourceKind
  readonly sourceTitle?: string
  readonly text: string
}

export interface GoalPlanDraftOrigin {
  readonly contentVersion: string
  readonly level: Level
  readonly modelId: string
  readonly sessionId?: string
  readonly title: string
}

export interface GoalPlanDraftOtherCell {
  readonly columnId: string
  readonly label: LocalizedText
  readonly text: LocalizedText
}

export interface GoalPlanDraftOtherField {
  readonly fieldId: string
  readonly isHiddenAtLevel: boolean
  readonly label: LocalizedText
  readonly rows: readonly (readonly GoalPlanDraftOtherCell[])[]
  readonly text?: LocalizedText
}

export interface GoalPlanDraftParkedItem {
  readonly due?: string
  readonly id: string
  readonly sessionTitle: string
  readonly text: string
}

export interface GoalPlanDraftParticipant {
  readonly externalId?: string
  readonly name: string
  readonly unitId?: string
}

export interface GoalPlanDraftResource {
  readonly amount?: string
  readonly modelId: string
  readonly modelTitle: string
  readonly rowId: string
  readonly what: string
}

export interface GoalPlanDraftScenario {
  readonly policyId: string
  readonly text: string
  readonly title: string
}

export interface GoalPlanDraftSign {
  readonly baseline?: string
  readonly collectedBy?: GoalPlanDraftFunctionInUnit
  readonly dataSource?: string
  readonly frequency?: string
  readonly goalId?: string
  readonly goalLabel?: string
  readonly id: string
  readonly kind?: LocalizedText
  readonly label: string
  readonly modelIds: readonly string[]
  readonly target?: string
  readonly text: string
}

export interface GoalPlanDraftSource {
  readonly date?: string
  readonly sessionId: string
  readonly title: string
}

export interface GoalPlanDraftTask {
  readonly activity: string
  readonly function?: string
  readonly modelId: string
  readonly modelTitle: string
  readonly role?: string
  readonly roleLabel: LocalizedText
  readonly rowId: string
}

export interface GoalPlanDraftTimelineEntry {
  readonly date: string
  readonly id?: string
  readonly kind: TimelineKind
  readonly modelId?: string
  readonly modelTitle?: string
  readonly sourceId?: string
  readonly text: LocalizedText
}

export interface GoalPlanDraftTrialAction {
  readonly decision?: LocalizedText
  readonly end?: string
  readonly evaluation?: string
  readonly goalIds: readonly string[]
  readonly goalLabels: readonly string[]
  readonly hypothesis?: string
  readonly id: string
  readonly isOwn: boolean
  readonly modelIds: readonly string[]
  readonly partners: readonly GoalPlanDraftParticipant[]
  readonly preparation?: string
  readonly question?: string
  readonly scale?: string
  readonly start?: string
  readonly status?: LocalizedText
  readonly title: string
  readonly toldUnder?: string
}

export interface GoalPlanDraftUnitInformation {
  readonly department?: string
  readonly id: string
  readonly kle?: string
  readonly leaderFunction?: string
  readonly name: string
}

export interface GoalPlanDraftValueReflection {
  readonly id: string
  readonly modelId: string
  readonly modelTitle: string
  readonly note: string
  readonly value: string
}

export interface GroupJoined {
  readonly groupId: string
  readonly kind: 'groupJoined'
  readonly participantId?: string
}

export interface GroupsFormed {
  readonly byChoice: boolean
  readonly groups: readonly BreakoutGroup[]
  readonly kind: 'groupsFormed'
}

export interface GroupsRecalled {
  readonly kind: 'groupsRecalled'
}

export interface HandLowered {
  readonly kind: 'handLowered'
  readonly participantId?: string
}

export interface HandRaised {
  readonly kind: 'handRaised'
  readonly participantId?: string
}

export interface IdeaSorted {
  readonly heading?: string
  readonly ideaId: string
  readonly kind: 'ideaSorted'
  readonly roundId: string
}

export interface IdeaWritten {
  readonly ideaId: string
  readonly kind: 'ideaWritten'
  readonly participantId?: string
  readonly roundId: string
  readonly text: string
}

export interface IdeasOpened {
  readonly isNamed: boolean
  readonly kind: 'ideasOpened'
  readonly question: string
  readonly roundId: string
}

export interface IdeasRevealed {
  readonly ideas: readonly IdeasRevealedShown[]
  readonly kind: 'ideasRevealed'
  readonly roundId: string
}

export interface IdeasRevealedShown {
  readonly ideaId: string
  readonly participantId?: string
  readonly text: string
}

export interface ImportPreview {
  readonly changes: readonly WeekChange[]
  readonly notes: readonly LocalizedText[]
  readonly title: string
  readonly weekId: string
}

export interface InterchangeAnnualCycle {
  readonly councilStatusOn?: string | null
  readonly developmentWeek?: {
    readonly end?: string | null
    readonly start?: string | null
  } | null
  readonly followUpDays?: {
    readonly 'annual-report'?: string | null
    readonly baseline?: string | null
    readonly committee?: string | null
    readonly 'coordinator-march'?: string | null
    readonly 'coordinator-october'?: string | null
    readonly 'council-status'?: string | null
    readonly directorate?: string | null
    readonly status?: string | null
  } | null
  readonly phases?: readonly {
    readonly content?: string | null
    readonly quarter?: string | null
  }[] | null
  readonly year?: number | null
}

export interface InterchangeAnnualSelection {
  readonly decidedBy?: string | null
  readonly decidedOn?: string | null
  readonly dialogueWith?: readonly string[] | null
  readonly mandatoryObjectiveIds?: readonly string[] | null
  readonly selectedObjectiveIds?: readonly string[] | null
  readonly year?: number | null
}

export type InterchangeBudgetAgreements = readonly {
  readonly adoptedOn?: string | null
  readonly id: string
  readonly objectiveIds?: readonly string[] | null
  readonly title: string
}[]

export type InterchangeCitizenGroups = readonly {
  readonly approximateSize?: number | null
  readonly description?: string | null
  readonly id: string
  readonly name: string
}[]

export interface InterchangeDocument {
  readonly _example?: boolean | null
  readonly _notice?: string | null
  readonly annualCycle?: InterchangeAnnualCycle | null
  readonly annualSelection?: InterchangeAnnualSelection | null
  readonly budgetAgreements?: InterchangeBudgetAgreements | null
  readonly citizenGroups?: InterchangeCitizenGroups | null
  readonly deleteParticipantNamesAfter?: string | null
  readonly externalParties?: InterchangeExternalParties | null
  readonly goals?: InterchangeGoals | null
  readonly marketPosts?: InterchangeMarketPosts | null
  readonly milestones?: InterchangeMilestones | null
  readonly models?: InterchangeModels | null
  readonly municipality: InterchangeMunicipality
  readonly objectives?: InterchangeObjectives | null
  readonly policies?: InterchangePolicies | null
  readonly schemaVersion: 1
  readonly sessions?: InterchangeSessions | null
  readonly signs?: InterchangeSigns | null
  readonly title?: string | null
  readonly trialActions?: InterchangeTrialActions | null
  readonly units?: InterchangeUnits | null
  readonly vision?: InterchangeVision | null
  readonly weekId?: string | null
}

export type InterchangeExternalParties = readonly {
  readonly id: string
  readonly kind?: string | null
  readonly name: string
}[]

export type InterchangeGoals = readonly {
  readonly baseline?: {
    readonly measuredOn?: string | null
    readonly needed?: boolean | null
    readonly source?: string | null
    readonly value?: string | null
  } | null
  readonly citizenGroupId?: string | null
  readonly currentSituation?: string | null
  readonly deadline?: string | null
  readonly desiredSituation?: string | null
  readonly id: string
  readonly measurable?: boolean | null
  readonly noticeable?: boolean | null
  readonly objectiveIds?: readonly string[] | null
  readonly text: string
  readonly unitId: string
}[]

export type InterchangeMarketPosts = readonly {
  readonly citizenGroupId: string
  readonly function?: string | null
  readonly goalId?: string | null
  readonly id: string
  readonly kind: 'offer' | 'need'
  readonly text: string
  readonly unitId: string
}[]

export type InterchangeMilestones = readonly {
  readonly due?: string | null
  readonly evidence?: string | null
  readonly goalId?: string | null
  readonly id: string
  readonly responsible?: {
    readonly function?: string | null
    readonly unitId?: string | null
  } | null
  readonly text?: string | null
}[]

export type InterchangeModels = readonly {
  readonly confirmations?: readonly {
    readonly contentVersion?: string | null
    readonly externalId?: string | null
    readonly function: string
    readonly give?: string | null
    readonly need?: string | null
    readonly on: string
    readonly unitId?: string | null
  }[] | null
  readonly fields?: {
    readonly anchoring?: string | null
    readonly citizenGroup?: string | null
    readonly collaborationGoal?: {
      readonly date?: string | null
      readonly text?: string | null
    } | null
    readonly coordinator?: {
      readonly function?: string | null
      readonly unitId?: string | null
    } | null
    readonly dataSharing?: string | null
    readonly decisionRights?: string | null
    readonly escalation?: string | null
    readonly evaluation?: readonly {
      readonly date?: string | null
      readonly question?: string | null
      readonly responsible?: {
        readonly function?: string | null
        readonly unitId?: string | null
      } | null
    }[] | null
    readonly expectations?: readonly {
      readonly give?: string | null
      readonly limit?: string | null
      readonly need?: string | null
      readonly unitId?: string | null
    }[] | null
    readonly experienceExchange?: readonly {
      readonly date?: string | null
      readonly forum?: string | null
    }[] | null
    readonly externalParties?: string | readonly {
      readonly contribution?: string | null
      readonly externalId?: string | null
      readonly role?: string | null
    }[] | null
    readonly goals?: readonly string[] | null
    readonly initiatives?: readonly {
      readonly dependsOn?: string | null
      readonly end?: string | null
      readonly initiative?: string | null
      readonly start?: string | null
      readonly unitId?: string | null
    }[] | null
    readonly interfaces?: readonly {
      readonly from?: string | null
      readonly responsible?: {
        readonly function?: string | null
        readonly unitId?: string | null
      } | null
      readonly to?: string | null
      readonly when?: string | null
    }[] | null
    readonly knowledgeItems?: readonly {
      readonly channel?: string | null
      readonly from?: string | null
      readonly personalData?: boolean | null
      readonly to?: readonly string[] | null
      readonly what?: string | null
      readonly when?: string | null
    }[] | null
    readonly milestones?: readonly string[] | null
    readonly parties?: readonly string[] | null
    readonly period?: {
      readonly end?: string | null
      readonly start?: string | null
    } | null
    readonly resources?: readonly {
      readonly amount?: string | null
      readonly unitId?: string | null
      readonly what?: string | null
    }[] | null
    readonly rhythm?: string | null
    readonly roles?: readonly {
      readonly activity?: string | null
      readonly externalId?: string | null
      readonly function?: string | null
      readonly role?: string | null
      readonly unitId?: string | null
    }[] | null
    readonly sharedUnderstanding?: string | null
    readonly signs?: readonly string[] | null
    readonly task?: string | null
    readonly theoryOfChange?: readonly {
      readonly activity?: string | null
      readonly assumption?: string | null
      readonly longTerm?: string | null
      readonly shortTerm?: string | null
    }[] | null
    readonly title?: string | null
    readonly trialActions?: readonly string[] | null
    readonly whyCross?: string | null
  } | null
  readonly id: string
  readonly level: Level
  readonly marketPostIds?: readonly string[] | null
  readonly sessionId: string
  readonly state?: 'draft' | 'confirmed' | 'confirmedBeforeChange' | null
}[]

export interface InterchangeMunicipality {
  readonly id?: string | null
  readonly kle?: string | null
  readonly name: string
}

export type InterchangeObjectives = readonly {
  readonly id: string
  readonly source?: {
    readonly id: string
    readonly kind: 'policy' | 'budgetAgreement'
  } | null
  readonly text: string
}[]

export type InterchangePolicies = readonly {
  readonly adoptedOn?: string | null
  readonly futureScenario?: string | null
  readonly id: string
  readonly objectiveIds?: readonly string[] | null
  readonly title: string
  readonly validFrom?: string | null
  readonly validTo?: string | null
  readonly visionId?: string | null
}[]

export type InterchangeSessions = readonly {
  readonly citizenGroupId?: string | null
  readonly date?: string | null
  readonly deleteParticipantNamesAfter?: string | null
  readonly endsAt?: string | null
  readonly facilitatorFunction?: string | null
  readonly id: string
  readonly levelDecisions?: readonly {
    readonly choice: 'knowledge' | 'coordination' | 'coCreation' | 'alone'
    readonly goalId: string
    readonly reason?: string | null
  }[] | null
  readonly modelIds?: readonly string[] | null
  readonly parkedItems?: readonly {
    readonly due?: string | null
    readonly ownerUnitId?: string | null
    readonly text: string
  }[] | null
  readonly participants?: readonly {
    readonly displayName?: string | null
    readonly externalId?: string | null
    readonly function?: string | null
    readonly id: string
    readonly unitId?: string | null
  }[] | null
  readonly phases?: readonly {
    readonly id?: string | null
    readonly minutes?: number | null
    readonly modelIds?: readonly string[] | null
    readonly question?: string | null
    readonly questionEn?: string | null
    readonly title: string
    readonly titleEn?: string | null
  }[] | null
  readonly room?: string | null
  readonly startsAt?: string | null
  readonly title: string
  readonly values?: readonly {
    readonly text: string
    readonly valueId: string
  }[] | null
}[]

export type InterchangeSigns = readonly {
  readonly baseline?: string | null
  readonly collectedBy?: {
    readonly function?: string | null
    readonly unitId?: string | null
  } | null
  readonly dataSource?: string | null
  readonly frequency?: string | null
  readonly goalId?: string | null
  readonly id: string
  readonly kind?: string | null
  readonly target?: string | null
  readonly text?: string | null
}[]

export type InterchangeTrialActions = readonly {
  readonly decision?: string | null
  readonly end?: string | null
  readonly evaluation?: string | null
  readonly goalIds?: readonly string[] | null
  readonly hypothesis?: string | null
  readonly id: string
  readonly ownerUnitId?: string | null
  readonly preparation?: string | null
  readonly question?: string | null
  readonly scale?: string | null
  readonly scope?: string | null
  readonly signIds?: readonly string[] | null
  readonly start?: string | null
  readonly status?: string | null
  readonly title?: string | null
  readonly withExternalIds?: readonly string[] | null
  readonly withUnitIds?: readonly string[] | null
}[]

export type InterchangeUnits = readonly {
  readonly department?: string | null
  readonly id: string
  readonly kle?: string | null
  readonly leaderFunction?: string | null
  readonly name: string
}[]

export interface InterchangeVision {
  readonly id?: string | null
  readonly title: string
}

export interface InterpretValue {
  readonly before: string
  readonly kind: 'interpretValue'
  readonly text: string
  readonly valueId: string
}

export interface Invitation {
  readonly date: string
  readonly externalParties: readonly JoinParty[]
  readonly lobby: LobbyMode
  readonly me?: JoinMe
  readonly nameDeletedOn: string
  readonly sessionId: string
  readonly title: string
  readonly units: readonly JoinParty[]
  readonly weekTitle: string
}

export interface InvitationBody {
  readonly role: 'facilitator' | 'observer' | 'leader'
  readonly unitId?: string
}

export interface Invited {
  readonly expiresAt: number
  readonly grantId: number
  readonly token: string
  readonly url: string
}

export interface ItemParked {
  readonly due?: string
  readonly externalId?: string
  readonly function?: string
  readonly itemId: string
  readonly kind: 'itemParked'
  readonly text: string
  readonly unitId?: string
}

export interface ItemSettled {
  readonly itemId: string
  readonly kind: 'itemSettled'
  readonly settled: boolean
}

export interface JoinBody {
  readonly displayName: string
  readonly externalId?: string
  readonly function: string
  readonly joinCode: string
  readonly passphrase?: string
  readonly unitId?: string
}

export interface JoinGroup {
  readonly groupId: string
  readonly kind: 'joinGroup'
  readonly participantId?: string
}

export interface JoinMe {
  readonly displayName: string
  readonly externalId?: string
  readonly function: string
  readonly participantId: string
  readonly unitId?: string
}

export interface JoinParty {
  readonly id: string
  readonly name: string
}

export interface Joined {
  readonly isReturning: boolean
  readonly participantId: string
  readonly role: Role
  readonly sessionId: string
  readonly token: string
}

export interface KnockView {
  readonly answer: 'waiting' | 'admitted' | 'refused' | 'unknown'
}

export interface Knocked {
  readonly knockId: string
  readonly sessionId: string
  readonly token: string
}

export type Language = 'da' | 'en'

export interface LeaderRequest {
  readonly askedAt: number
  readonly sessionId: string
  readonly sessionTitle: string
  readonly unitId: string
  readonly unitName: string
}

export interface LeaderRequestBody {
  readonly unitId: string
}

export interface Learning {
  readonly adjustment?: string
  readonly date?: string
  readonly decision?: 'continue' | 'adjust' | 'scaleUp' | 'stop'
  readonly effect?: string
  readonly hypothesis?: string
  readonly learned?: string
  readonly trialAction: string
  readonly unitId: string
  readonly weekId: string
  readonly year?: number
}

export type Level = 'knowledge' | 'coordination' | 'coCreation'

export interface LevelAnswers {
  readonly hasTime: boolean
  readonly mustFit: boolean
  readonly needToKnow: boolean
  readonly onlyTogether: boolean
  readonly sharedCitizens: boolean
}

export interface LevelBody {
  readonly level: Level
}

export type LevelChoice = 'knowledge' | 'coordination' | 'coCreation' | 'alone'

export interface LevelDecided {
  readonly choice: LevelChoice
  readonly goalId: string
  readonly kind: 'levelDecided'
  readonly reason: string
}

export interface LevelDecision {
  readonly choice: LevelChoice
  readonly goalId: string
  readonly reason: string
}

export interface LevelSuggested {
  readonly answers: LevelAnswers
  readonly goalId: string
  readonly kind: 'levelSuggested'
  readonly suggestion: LevelChoice
}

export interface Lobby {
  readonly mode: LobbyMode
  readonly passphrase?: string
}

export type LobbyMode = 'open' | 'passphrase' | 'approval'

export interface LobbySet {
  readonly kind: 'lobbySet'
  readonly mode: LobbyMode
  readonly passphrase?: string
}

export interface LocalizedText {
  readonly da: string
  readonly en: string
}

export interface LockModel {
  readonly kind: 'lockModel'
  readonly modelId: string
}

export interface LowerHand {
  readonly kind: 'lowerHand'
  readonly participantId?: string
}

export interface MadeAgreements {
  readonly changed: readonly string[]
  readonly finished: readonly string[]
  readonly same: readonly string[]
}

export type MarketPostKind = 'offer' | 'need'

export interface MarketplaceView {
  readonly matches: readonly MarketplaceViewMatch[]
  readonly posts: readonly MarketplaceViewPost[]
  readonly sessionIds: readonly string[]
  readonly unitIds: readonly string[]
}

export interface MarketplaceViewCollaboration {
  readonly level: Level
  readonly modelId: string
  readonly sessionId: string
  readonly title: string
}

export interface MarketplaceViewMatch {
  readonly citizenGroupId: string
  readonly collaboration?: MarketplaceViewCollaboration
  readonly needId: string
  readonly offerId: string
}

export interface MarketplaceViewPost {
  readonly citizenGroupId: string
  readonly function?: string
  readonly goalId?: string
  readonly id: string
  readonly kind: MarketPostKind
  readonly mayWithdraw: boolean
  readonly text: string
  readonly unitId: string
}

export interface Me {
  readonly grants: readonly MeGrant[]
  readonly signIns?: readonly SignInView[]
}

export interface MeGrant {
  readonly displayName?: string
  readonly expiresAt?: number
  readonly externalId?: string
  readonly function?: string
  readonly participantId?: string
  readonly role: Role
  readonly sessionId?: string
  readonly unitId?: string
  readonly weekId?: string
}

export interface ModelConfirmed {
  readonly contentVersion?: string
  readonly externalId?: string
  readonly function: string
  readonly give?: string
  readonly isFromCorrectedSeat?: boolean
  readonly kind: 'modelConfirmed'
  readonly modelId: string
  readonly need?: string
  readonly on: string
  readonly participantId?: string
  readonly unitId?: string
}

export interface ModelCreated {
  readonly goalIds: readonly string[]
  readonly kind: 'modelCreated'
  readonly level: Level
  readonly modelId: string
  readonly title: string
}

export interface ModelLevelSet {
  readonly from: Level
  readonly kind: 'modelLevelSet'
  readonly level: Level
  readonly modelId: string
}

export interface ModelLocked {
  readonly kind: 'modelLocked'
  readonly modelId: string
}

export interface ModelMessage {
  readonly model: ModelSummary
  readonly type: 'model'
}

export interface ModelRemoved {
  readonly kind: 'modelRemoved'
  readonly modelId: string
  readonly reason?: string
}

export interface ModelSummary {
  readonly confirmations: readonly ModelSummaryPartyConfirmation[]
  readonly contentVersion: string
  readonly goalIds: readonly string[]
  readonly id: string
  readonly level: Level
  readonly locked: boolean
  readonly missing: readonly string[]
  readonly parties: readonly string[]
  readonly sessionId: string
  readonly state: AgreementState
  readonly title: string
  readonly weekId: string
  readonly withdrawals: readonly ModelSummaryPartyWithdrawal[]
}

export interface ModelSummaryPartyConfirmation {
  readonly contentVersion?: string
  readonly externalId?: string
  readonly function: string
  readonly give?: string
  readonly isFromCorrectedSeat: boolean
  readonly need?: string
  readonly on: string
  readonly participantId?: string
  readonly state: ConfirmationState
  readonly unitId?: string
}

export interface ModelSummaryPartyWithdrawal {
  readonly by?: ConfirmationWithdrawalSource
  readonly externalId?: string
  readonly function?: string
  readonly unitId?: string
}

export interface ModelUnlocked {
  readonly kind: 'modelUnlocked'
  readonly modelId: string
}

export interface ModelView {
  readonly canWrite: boolean
  readonly confirmations: readonly ModelSummaryPartyConfirmation[]
  readonly contentVersion: string
  readonly goalIds: readonly string[]
  readonly id: string
  readonly level: Level
  readonly locked: boolean
  readonly missing: readonly string[]
  readonly parties: readonly string[]
  readonly sessionId: string
  readonly state: AgreementState
  readonly title: string
  readonly weekId: string
  readonly withdrawals: readonly ModelSummaryPartyWithdrawal[]
}

export interface NamesDeletedMessage {
  readonly participants: readonly string[]
  readonly type: 'namesDeleted'
}

export interface NewSession {
  readonly agenda?: string
  readonly citizenGroupId?: string | null
  readonly date?: string | null
  readonly deleteParticipantNamesAfter?: string | null
  readonly endsAt?: string | null
  readonly facilitatorFunction?: string | null
  readonly id?: string
  readonly levelDecisions?: readonly {
    readonly choice: 'knowledge' | 'coordination' | 'coCreation' | 'alone'
    readonly goalId: string
    readonly reason?: string | null
  }[] | null
  readonly modelIds?: readonly string[] | null
  readonly parkedItems?: readonly {
    readonly due?: string | null
    readonly ownerUnitId?: string | null
    readonly text: string
  }[] | null
  readonly participants?: readonly {
    readonly displayName?: string | null
    readonly externalId?: string | null
    readonly function?: string | null
    readonly id: string
    readonly unitId?: string | null
  }[] | null
  readonly phases?: readonly {
    readonly id?: string | null
    readonly minutes?: number | null
    readonly modelIds?: readonly string[] | null
    readonly question?: string | null
    readonly questionEn?: string | null
    readonly title: string
    readonly titleEn?: string | null
  }[] | null
  readonly room?: string | null
  readonly startsAt?: string | null
  readonly title: string
  readonly values?: readonly {
    readonly text: string
    readonly valueId: string
  }[] | null
}

export interface NewWeek {
  readonly _example?: boolean | null
  readonly _notice?: string | null
  readonly annualCycle?: InterchangeAnnualCycle | null
  readonly annualSelection?: InterchangeAnnualSelection | null
  readonly budgetAgreements?: InterchangeBudgetAgreements | null
  readonly citizenGroups?: readonly {
    readonly description?: string
    readonly id?: string
    readonly name: string
  }[]
  readonly deleteParticipantNamesAfter?: string | null
  readonly end: string
  readonly externalParties?: InterchangeExternalParties | null
  readonly goals?: InterchangeGoals | null
  readonly marketPosts?: InterchangeMarketPosts | null
  readonly milestones?: InterchangeMilestones | null
  readonly municipality: {
    readonly name: string
  }
  readonly objectives?: InterchangeObjectives | null
  readonly policies?: InterchangePolicies | null
  readonly schemaVersion?: number
  readonly signs?: InterchangeSigns | null
  readonly start: string
  readonly title: string
  readonly trialActions?: InterchangeTrialActions | null
  readonly units?: readonly {
    readonly department?: string
    readonly id?: string
    readonly kle?: string
    readonly leaderFunction?: string
    readonly name: string
  }[]
  readonly vision?: InterchangeVision | null
  readonly weekId?: string
}

export interface ObjectiveReport {
  readonly decidedBy?: string
  readonly decidedOn?: string
  readonly dialogueWith: readonly string[]
  readonly objectives: readonly ObjectiveStatus[]
  readonly years: readonly number[]
}

export interface ObjectiveStatus {
  readonly isMandatory: boolean
  readonly isSelected: boolean
  readonly objectiveId: string
  readonly sourceTitle?: string
  readonly text: string
  readonly units: readonly ObjectiveStatusUnit[]
  readonly years: readonly number[]
}

export interface ObjectiveStatusUnit {
  readonly evaluations: number
  readonly goals: number
  readonly isFinished: boolean
  readonly name: string
  readonly observations: number
  readonly state?: 'onTrack' | 'slow' | 'reached' | 'stopped'
  readonly text?: string
  readonly trialActions: number
  readonly unitId: string
}

export interface ObjectiveWord {
  readonly date?: string
  readonly objective: string
  readonly state?: LocalizedText
  readonly text?: string
}

export interface OpenIdeas {
  readonly isNamed: boolean
  readonly kind: 'openIdeas'
  readonly question: string
  readonly roundId: string
}

export interface OpenVote {
  readonly budget: number
  readonly goalId?: string
  readonly isNamed: boolean
  readonly kind: 'openVote'
  readonly options: readonly VoteOption[]
  readonly question: string
  readonly voteId: string
}

export interface OwnState {
  readonly ballots: readonly OwnStateCast[]
  readonly evaluation?: Evaluation
  readonly ideas: readonly OwnStateWritten[]
  readonly participantId?: string
}

export interface OwnStateCast {
  readonly dots: Record<string, number>
  readonly voteId: string
}

export interface OwnStateWritten {
  readonly ideaId: string
  readonly roundId: string
  readonly text: string
}

export interface ParkItem {
  readonly due?: string
  readonly externalId?: string
  readonly function?: string
  readonly itemId: string
  readonly kind: 'parkItem'
  readonly text: string
  readonly unitId?: string
}

export type PartValue = string | number | boolean | readonly string[] | null

export interface ParticipantAccount {
  readonly access: readonly {
    readonly createdAt: number
    readonly expiresAt?: number
    readonly revokedAt?: number
    readonly role: Role
  }[]
  readonly answers: OwnState
  readonly comments: readonly {
    readonly fieldId: string
    readonly modelId: string
    readonly text: string
  }[]
  readonly displayName?: string
  readonly events: readonly {
    readonly at: number
    readonly event: SessionEvent
    readonly seq: number
  }[]
  readonly externalId?: string
  readonly function?: string
  readonly joinedAt?: number
  readonly mentions: readonly RemovalMention[]
  readonly nameDeletedOn?: string
  readonly participantId: string
  readonly session: {
    readonly id: string
    readonly title: string
  }
  readonly unitId?: string
  readonly week: {
    readonly id: string
    readonly title: string
  }
}

export interface ParticipantCorrected {
  readonly externalId?: string
  readonly function: string
  readonly kind: 'participantCorrected'
  readonly participantId: string
  readonly role: Role
  readonly unitId?: string
}

export interface ParticipantJoined {
  readonly externalId?: string
  readonly function: string
  readonly kind: 'participantJoined'
  readonly participantId: string
  readonly role: Role
  readonly unitId?: string
}

export interface ParticipantMessage {
  readonly participant: ShownPerson
  readonly type: 'participant'
}

export interface ParticipantRemoved {
  readonly kind: 'participantRemoved'
  readonly participantId: string
}

export interface PauseTimer {
  readonly kind: 'pauseTimer'
}

export interface PersonalNumberPlace {
  readonly fieldId?: string
  readonly kind: PlaceKind
  readonly label?: LocalizedText
  readonly modelId?: string
  readonly title?: string
}

export interface PhaseEntered {
  readonly from: number
  readonly index: number
  readonly kind: 'phaseEntered'
}

export interface PingRequest {
  readonly type: 'ping'
}

export type PlaceKind = 
  | 'field'
  | 'comment'
  | 'confirmation'
  | 'parkedItem'
  | 'idea'
  | 'value'

export interface PlanChange {
  readonly at: number
  readonly by: string
  readonly edits: readonly PlanEdit[]
  readonly kind: PlanChangeKind
  readonly revision: number
  readonly undoes?: number
  readonly version?: number
}

export type PlanChangeKind = 
  | 'written'
  | 'imported'
  | 'undone'
  | 'file'
  | 'carriedOver'
  | 'finished'
  | 'reopened'
  | 'common'
  | 'profile'
  | 'shown'
  | 'hidden'

export interface PlanDecision {
  readonly choice: PlanDecisionChoice
  readonly field?: string
  readonly section?: PlanSectionID
  readonly sourceId?: string
}

export type PlanDecisionChoice = 'take' | 'keep' | 'both'

export interface PlanDocument {
  readonly formatVersion: 1
  readonly isExample: boolean
  readonly names: Record<string, string>
  readonly plan: GoalPlan
  readonly unit: {
    readonly department?: string
    readonly id: string
    readonly kle?: string
    readonly leaderFunction?: string
    readonly name: string
  }
  readonly weekTitle: string
  readonly year?: number
}

export interface PlanEdit {
  readonly after?: PlanItemHead | PlanValue
  readonly before?: PlanItemHead | PlanValue
  readonly field?: string
  readonly itemId: string
}

export interface PlanField {
  readonly choices: readonly PlanFieldChoice[]
  readonly id: string
  readonly kind: PlanFieldKind
  readonly label: LocalizedText
  readonly profiles?: readonly Profile[]
  readonly refersTo?: PlanSectionID
}

export interface PlanFieldChoice {
  readonly id: string
  readonly label: LocalizedText
}

export type PlanFieldKind = 'text' | 'longText' | 'date' | 'references' | 'choice' | 'amount'

export interface PlanFile {
  readonly items?: readonly {
    readonly fields?: Record<string, string>
    readonly id?: string
    readonly section: PlanSectionID
  }[]
}

export interface PlanImportBody {
  readonly decisions: readonly PlanDecision[]
  readonly draftTag?: string
  readonly draftVersion: number
}

export interface PlanItem {
  readonly head: PlanItemHead
  readonly id: string
  readonly values: Record<string, PlanValue>
}

export interface PlanItemHead {
  readonly isRefused: boolean
  readonly position: number
  readonly section: PlanSectionID
  readonly sourceId?: string
}

export interface PlanNotOffered {
  readonly reason: PlanNotOfferedReason
  readonly section: PlanSectionID
  readonly sentence: LocalizedText
  readonly sourceId: string
  readonly title: string
}

export type PlanNotOfferedReason = 'same' | 'kept' | 'refused' | 'gone' | 'otherUnits'

export interface PlanOfModel {
  readonly contentVersion: string
  readonly isCurrent: boolean
  readonly items: number
  readonly unitId: string
  readonly unitName: string
  readonly weekId: string
}

export interface PlanOffer {
  readonly itemId?: string
  readonly lines: readonly PlanOfferLine[]
  readonly origin: PlanOrigin
  readonly section: PlanSectionID
  readonly sourceId: string
  readonly status: PlanOfferStatus
  readonly title: string
  readonly wasRefused: boolean
}

export interface PlanOfferLine {
  readonly before?: string
  readonly field: string
  readonly mine?: string
  readonly status: PlanOfferStatus
  readonly theirs: string
}

export type PlanOfferStatus = 'same' | 'kept' | 'refused' | 'new' | 'changed' | 'conflicting'

export interface PlanOrigin {
  readonly kind: PlanOriginKind
  readonly models: readonly PlanOriginModel[]
  readonly unitIds: readonly string[]
  readonly version?: number
  readonly weekId?: string
}

export type PlanOriginKind = 'leader' | 'source' | 'file' | 'carriedOver' | 'common'

export interface PlanOriginModel {
  readonly contentVersion: string
  readonly modelId: string
  readonly sessionId?: string
  readonly title: string
}

export interface PlanProfile {
  readonly followUps: readonly FollowUpRule[]
  readonly id: Profile
  readonly needed: readonly (PlanSectionID | readonly string[])[]
  readonly parts: readonly PlanProfilePart[]
  readonly periodMonths: readonly number[]
  readonly title: LocalizedText
}

export interface PlanProfileContent {
  readonly only?: PlanProfileFilter
  readonly section: PlanSectionID
}

export interface PlanProfileFilter {
  readonly choices: readonly string[]
  readonly field: string
}

export interface PlanProfilePart {
  readonly hint?: LocalizedText
  readonly id: string
  readonly sections: readonly PlanProfileContent[]
  readonly title: LocalizedText
}

export interface PlanRemaining {
  readonly field?: string
  readonly itemId?: string
  readonly kind: PlanRemainingKind
  readonly remedy: LocalizedText
  readonly sentence: LocalizedText
}

export type PlanRemainingKind = 
  | 'noGoals'
  | 'undecided'
  | 'emptyLine'
  | 'goalWithoutTrialAction'
  | 'goalWithoutSign'
  | 'goalWithoutMilestone'
  | 'referenceMissing'
  | 'partEmpty'
  | 'valueMissing'
  | 'notApproved'
  | 'budgetSeminar'
  | 'noFocusArea'
  | 'noInvolvement'
  | 'unusualPeriod'
  | 'notPrioritised'
  | 'needsBaseline'

export interface PlanRepositoryNamedLearning {
  readonly learning: Learning
  readonly unitName: string
  readonly weekTitle: string
}

export interface PlanRewrite {
  readonly items?: readonly PlanRewriteItem[]
  readonly profile?: Profile
  readonly removed?: readonly string[]
}

export interface PlanRewriteItem {
  readonly fields: Record<string, string>
  readonly id?: string
  readonly section?: PlanSectionID
}

export interface PlanSection {
  readonly fields: readonly PlanField[]
  readonly id: PlanSectionID
  readonly isOfYear: boolean
  readonly title: LocalizedText
}

export type PlanSectionID = 
  | 'basis'
  | 'objectives'
  | 'goals'
  | 'trialActions'
  | 'signs'
  | 'milestones'
  | 'collaborations'
  | 'tasks'
  | 'dates'
  | 'resources'
  | 'parked'
  | 'wellbeing'
  | 'other'
  | 'agreement'
  | 'values'
  | 'initiatives'
  | 'frames'
  | 'rules'
  | 'signatures'
  | 'observations'
  | 'evaluations'
  | 'followUps'
  | 'status'

export interface PlanValue {
  readonly origin: PlanOrigin
  readonly revision: number
  readonly source?: string
  readonly text: string
}

export interface PlanView {
  readonly draftTag: string
  readonly draftVersion: number
  readonly isExample: boolean
  readonly mayChange: boolean
  readonly names: Record<string, string>
  readonly notOffered: readonly PlanNotOffered[]
  readonly offers: readonly PlanOffer[]
  readonly outcome?: PlanViewOutcome
  readonly plan: GoalPlan
  readonly profile: PlanProfile
  readonly profiles: readonly PlanViewProfileChoice[]
  readonly remaining: readonly PlanRemaining[]
  readonly sections: readonly PlanSection[]
  readonly sources: readonly PlanViewSourceView[]
  readonly unit: PlanViewUnitView
  readonly weekTitle: string
  readonly year?: number
}

export interface PlanViewOutcome {
  readonly edits: number
  readonly kept: readonly string[]
  readonly notes?: readonly LocalizedText[]
  readonly revision?: number
}

export interface PlanViewProfileChoice {
  readonly id: Profile
  readonly title: LocalizedText
}

export interface PlanViewSourceView {
  readonly date?: string
  readonly isEnded: boolean
  readonly sessionId: string
  readonly title: string
}

export interface PlanViewUnitView {
  readonly id: string
  readonly leaderFunction?: string
  readonly name: string
}

export interface PongMessage {
  readonly now: number
  readonly type: 'pong'
}

export interface PresenceChangeMessage {
  readonly came: readonly string[]
  readonly left: readonly string[]
  readonly type: 'presenceChange'
}

export interface PresenceMessage {
  readonly present: readonly string[]
  readonly type: 'presence'
}

export interface Problem {
  readonly detail: string
  readonly detailEn?: string
  readonly faults?: readonly Fault[]
  readonly status: number
  readonly title: string
  readonly titleEn?: string
  readonly type: string
}

export type Profile = 'maalplan' | 'proceshjul' | 'aftale' | 'dialogaftale'

export interface RaiseHand {
  readonly kind: 'raiseHand'
}

export interface ReactRequest {
  readonly id: string
  readonly reaction: Reaction
  readonly type: 'react'
}

export type Reaction = 'agree' | 'thanks' | 'idea' | 'unclear'

export interface ReactionCounts {
  readonly agree?: number
  readonly idea?: number
  readonly thanks?: number
  readonly unclear?: number
}

export interface ReactionsMessage {
  readonly counts: ReactionCounts
  readonly type: 'reactions'
}

export interface ReadySaid {
  readonly kind: 'readySaid'
  readonly participantId: string
  readonly ready: boolean
}

export interface RecallGroups {
  readonly kind: 'recallGroups'
}

export interface RefusedMessage {
  readonly code: string
  readonly id: string
  readonly reason: string
  readonly reasonEn: string
  readonly type: 'refused'
}

export interface Release {
  readonly kind: 'release'
}

export interface Released {
  readonly kind: 'released'
}

export type RemovalKind = 'week' | 'session' | 'model' | 'participant'

export interface RemovalMention {
  readonly fieldId: string
  readonly label: LocalizedText
  readonly modelId: string
  readonly title: string
}

export interface RemovalPreview {
  readonly answers: number
  readonly comments: number
  readonly confirmations: number
  readonly drafts: number
  readonly grants: number
  readonly id: string
  readonly kind: RemovalKind
  readonly mentions: readonly RemovalMention[]
  readonly models: number
  readonly participants: number
  readonly plans: number
  readonly plansDrawing: number
  readonly sessions: number
  readonly tag: string
  readonly title: string
  readonly versions: number
}

export interface RenewedJoinCode {
  readonly joinCode: string
  readonly joinCodeExpiresAt: number
  readonly joinUrl: string
}

export interface ReopenSession {
  readonly kind: 'reopenSession'
}

export interface ResumeTimer {
  readonly kind: 'resumeTimer'
}

export interface RevealIdeas {
  readonly kind: 'revealIdeas'
  readonly roundId: string
}

export interface RevealVote {
  readonly kind: 'revealVote'
  readonly voteId: string
}

export type Role = 
  | 'administrator'
  | 'facilitator'
  | 'participant'
  | 'observer'
  | 'leader'

export interface SaidToAll {
  readonly kind: 'saidToAll'
  readonly text: string
}

export interface SayReady {
  readonly kind: 'sayReady'
  readonly ready: boolean
}

export interface SayToAll {
  readonly kind: 'sayToAll'
  readonly text: string
}

export type SessionCommand = 
  | EnterPhase
  | StartTimer
  | PauseTimer
  | ResumeTimer
  | ExtendTimer
  | StopTimer
  | LockModel
  | UnlockModel
  | EndSession
  | ReopenSession
  | ParkItem
  | SettleItem
  | CallTogether
  | Release
  | SayToAll
  | SayReady
  | RaiseHand
  | LowerHand
  | Evaluate
  | FormGroups
  | JoinGroup
  | CallFacilitator
  | AnswerCall
  | RecallGroups
  | OpenIdeas
  | WriteIdea
  | RevealIdeas
  | SortIdea
  | OpenVote
  | CastVote
  | RevealVote
  | SuggestLevel
  | DecideLevel
  | SetLobby
  | SetAgenda
  | InterpretValue

export interface SessionEnded {
  readonly kind: 'sessionEnded'
}

export type SessionEvent = 
  | ParticipantJoined
  | ParticipantCorrected
  | PhaseEntered
  | TimerStarted
  | TimerPaused
  | TimerResumed
  | TimerExtended
  | TimerStopped
  | ModelCreated
  | ModelLevelSet
  | ModelLocked
  | ModelUnlocked
  | ModelConfirmed
  | ConfirmationWithdrawn
  | SessionEnded
  | SessionReopened
  | ItemParked
  | ItemSettled
  | CalledTogether
  | Released
  | SaidToAll
  | ReadySaid
  | HandRaised
  | HandLowered
  | Evaluated
  | GroupsFormed
  | GroupJoined
  | FacilitatorCalled
  | CallAnswered
  | GroupsRecalled
  | IdeasOpened
  | IdeaWritten
  | IdeasRevealed
  | IdeaSorted
  | VoteOpened
  | VoteCast
  | VoteRevealed
  | LevelSuggested
  | LevelDecided
  | LobbySet
  | AgendaSet
  | ValueInterpreted
  | ModelRemoved
  | ParticipantRemoved

export interface SessionGrant {
  readonly createdAt: number
  readonly displayName?: string
  readonly expiresAt?: number
  readonly id: number
  readonly isOwn: boolean
  readonly participantId?: string
  readonly role: Role
  readonly signIns?: readonly SignInView[]
  readonly unitId?: string
}

export interface SessionMe {
  readonly displayName?: string
  readonly externalId?: string
  readonly function?: string
  readonly participantId?: string
  readonly unitId?: string
}

export type SessionMessage = 
  | WelcomeMessage
  | EventMessage
  | StateMessage
  | StatePartMessage
  | PresenceMessage
  | PresenceChangeMessage
  | ParticipantMessage
  | ModelMessage
  | AcceptedMessage
  | RefusedMessage
  | PongMessage
  | StorageMessage
  | ReactionsMessage
  | DoorMessage
  | NamesDeletedMessage

export interface SessionOutcome {
  readonly attendance: readonly SessionOutcomeAttendance[]
  readonly citizenGroup?: string
  readonly date?: string
  readonly endsAt?: string
  readonly facilitatorFunction?: string
  readonly formatVersion: 1
  readonly isExample: boolean
  readonly kle?: string
  readonly models: readonly SessionOutcomeModel[]
  readonly municipality: string
  readonly notice?: string
  readonly parkedItems: readonly SessionOutcomeParkedItem[]
  readonly sessionId: string
  readonly startsAt?: string
  readonly title: string
  readonly values?: readonly SessionOutcomeValue[]
  readonly weekId: string
  readonly weekTitle: string
  readonly year?: number
}

export interface SessionOutcomeAnswer {
  readonly fieldId: string
  readonly isHiddenAtLevel: boolean
  readonly label: LocalizedText
  readonly question: LocalizedText
  readonly rows: readonly (readonly GoalPlanDraftOtherCell[])[]
  readonly section: LocalizedText
  readonly text?: LocalizedText
}

export interface SessionOutcomeAttendance {
  readonly functions: readonly string[]
  readonly party: GoalPlanDraftParticipant
}

export interface SessionOutcomeModel {
  readonly answers: readonly SessionOutcomeAnswer[]
  readonly confirmations: readonly GoalPlanDraftConfirmation[]
  readonly contentVersion: string
  readonly dates: readonly SessionOutcomeNamedDate[]
  readonly goals: readonly GoalPlanDraftContributedGoal[]
  readonly id: string
  readonly level: Level
  readonly missing: readonly LocalizedText[]
  readonly state: AgreementState
  readonly title: string
}

export interface SessionOutcomeNamedDate {
  readonly date: string
  readonly id: string
  readonly label: LocalizedText
  readonly text: string
}

export interface SessionOutcomeParkedItem {
  readonly due?: string
  readonly id: string
  readonly owner?: string
  readonly text: string
}

export interface SessionOutcomeValue {
  readonly id: string
  readonly label: LocalizedText
  readonly text: string
}

export interface SessionReopened {
  readonly kind: 'sessionReopened'
}

export type SessionRequest = PingRequest | CommandRequest | ReactRequest

export interface SessionSelf {
  readonly externalId?: string
  readonly function?: string
  readonly participantId?: string
  readonly role: Role
  readonly unitId?: string
}

export interface SessionStateRevelation {
  readonly at: number
  readonly id: string
  readonly kind: SessionStateRevelationKind
}

export type SessionStateRevelationKind = 'round' | 'vote'

export interface SessionView {
  readonly citizenGroupId?: string
  readonly date?: string
  readonly endsAt?: string
  readonly id: string
  readonly joinCode?: string
  readonly joinCodeExpiresAt?: number
  readonly joinUrl?: string
  readonly me: SessionMe
  readonly models: readonly ModelView[]
  readonly namesDeletedOn: string
  readonly participants: readonly ShownPerson[]
  readonly phases: readonly AgendaPhase[]
  readonly role: Role
  readonly seq: number
  readonly startsAt?: string
  readonly title: string
  readonly values: readonly ValueInterpretation[]
  readonly weekId: string
}

export interface SetAgenda {
  readonly expected: number
  readonly kind: 'setAgenda'
  readonly phases: readonly AgendaPhase[]
}

export interface SetLobby {
  readonly kind: 'setLobby'
  readonly mode: LobbyMode
  readonly passphrase?: string
}

export interface SettleItem {
  readonly itemId: string
  readonly kind: 'settleItem'
  readonly settled: boolean
}

export interface ShownKnock {
  readonly knockId: string
  readonly person: ShownPerson
}

export interface ShownPerson {
  readonly displayName: string
  readonly externalId?: string
  readonly function: string
  readonly id: string
  readonly unitId?: string
}

export interface ShownState {
  readonly agenda?: ShownStateAgenda
  readonly announcement: string
  readonly beganAt?: number
  readonly call?: Call
  readonly calling: readonly string[]
  readonly ended: boolean
  readonly evaluations: ShownStateEvaluations
  readonly groups: readonly ShownStateGroup[]
  readonly groupsByChoice: boolean
  readonly hands: readonly number[]
  readonly interpretations: readonly ValueInterpretation[]
  readonly levels: readonly ShownStateLevel[]
  readonly lobby: Lobby
  readonly locked: readonly string[]
  readonly parked: readonly ShownStateParked[]
  readonly people: readonly string[]
  readonly phase: number
  readonly phaseEnteredAt?: number
  readonly ready: readonly number[]
  readonly rounds: readonly ShownStateRound[]
  readonly shown?: SessionStateRevelation
  readonly timer?: ShownStateTimer
  readonly votes: readonly ShownStateVote[]
}

export interface ShownStateAgenda {
  readonly phases: readonly AgendaPhase[]
  readonly revision: number
}

export interface ShownStateDots {
  readonly dots: Record<string, number>
  readonly person?: number
}

export interface ShownStateEvaluations {
  readonly count: number
  readonly told?: readonly Evaluation[]
}

export interface ShownStateGroup {
  readonly groupId: string
  readonly members: readonly number[]
  readonly modelId?: string
  readonly name: string
}

export interface ShownStateIdea {
  readonly heading?: string
  readonly ideaId: string
  readonly person?: number
  readonly text: string
}

export interface ShownStateLevel {
  readonly answers?: LevelAnswers
  readonly decision?: LevelDecision
  readonly goalId: string
  readonly suggestion?: LevelChoice
}

export interface ShownStateParked {
  readonly due?: string
  readonly externalId?: string
  readonly function?: string
  readonly itemId: string
  readonly settled: boolean
  readonly text: string
  readonly unitId?: string
}

export interface ShownStateResult {
  readonly ballots?: readonly ShownStateDots[]
  readonly tallies: Record<string, number>
  readonly voters: number
}

export interface ShownStateRound {
  readonly hidden?: readonly string[]
  readonly ideas?: readonly ShownStateIdea[]
  readonly isNamed: boolean
  readonly question: string
  readonly revealed: boolean
  readonly roundId: string
}

export interface ShownStateTimer {
  readonly endsAt?: number
  readonly remainingMs?: number
  readonly totalMs: number
}

export interface ShownStateVote {
  readonly budget: number
  readonly cast?: readonly number[]
  readonly goalId?: string
  readonly isNamed: boolean
  readonly options: readonly VoteOption[]
  readonly question: string
  readonly result?: ShownStateResult
  readonly voteId: string
}

export interface SignInBody {
  readonly token: string
}

export interface SignInView {
  readonly browser: string
  readonly firstUsedAt: number
  readonly isThis: boolean
  readonly lastUsedAt: number
}

export interface SignSeries {
  readonly baseline?: SignSeriesPoint
  readonly goalIds: readonly string[]
  readonly observations: readonly SignSeriesPoint[]
  readonly signId: string
  readonly target?: SignSeriesPoint
  readonly title: string
}

export interface SignSeriesPoint {
  readonly date?: string
  readonly remark?: string
  readonly text: string
  readonly value?: number
}

export interface SortIdea {
  readonly heading?: string
  readonly ideaId: string
  readonly kind: 'sortIdea'
  readonly roundId: string
}

export interface StartTimer {
  readonly durationMs: number
  readonly kind: 'startTimer'
}

export interface StateMessage {
  readonly own: OwnState
  readonly seq: number
  readonly state: ShownState
  readonly type: 'state'
}

export interface StatePartMessage {
  readonly isLast: boolean
  readonly part: number
  readonly seq: number
  readonly text: string
  readonly type: 'state'
}

export interface StopTimer {
  readonly kind: 'stopTimer'
}

export interface StorageMessage {
  readonly type: 'storage'
  readonly works: boolean
}

export interface StorageState {
  readonly isNearlyFull?: boolean
  readonly works: boolean
}

export interface SuggestLevel {
  readonly answers: LevelAnswers
  readonly goalId: string
  readonly kind: 'suggestLevel'
}

export type TimelineKind = 
  | 'trialActionStarts'
  | 'trialActionEnds'
  | 'milestone'
  | 'evaluation'
  | 'experienceExchange'
  | 'parkedItem'
  | 'annualCycle'

export interface TimerExtended {
  readonly byMs: number
  readonly kind: 'timerExtended'
  readonly remainingMs: number
}

export interface TimerPaused {
  readonly kind: 'timerPaused'
  readonly remainingMs: number
}

export interface TimerResumed {
  readonly kind: 'timerResumed'
  readonly remainingMs: number
}

export interface TimerStarted {
  readonly durationMs: number
  readonly kind: 'timerStarted'
}

export interface TimerStopped {
  readonly kind: 'timerStopped'
}

export interface ToldLimits {
  readonly bodyBytes: number
  readonly counts: Record<string, number>
  readonly messageBytes: number
  readonly modelBytes: number
  readonly texts: Record<string, ToldLimitsLength>
  readonly updateBytes: number
}

export interface ToldLimitsLength {
  readonly bytes?: number
  readonly characters?: number
  readonly codeUnits?: number
}

export interface UnlockModel {
  readonly kind: 'unlockModel'
  readonly modelId: string
}

export interface ValueInterpretation {
  readonly text: string
  readonly valueId: string
}

export interface ValueInterpreted {
  readonly kind: 'valueInterpreted'
  readonly text: string
  readonly valueId: string
}

export interface VersionView {
  readonly at: number
  readonly contentVersion: string
  readonly number: number
  readonly parties: readonly string[]
  readonly state?: string
}

export interface VoteCast {
  readonly dots: Record<string, number>
  readonly kind: 'voteCast'
  readonly participantId?: string
  readonly voteId: string
}

export interface VoteOpened {
  readonly budget: number
  readonly goalId?: string
  readonly isNamed: boolean
  readonly kind: 'voteOpened'
  readonly options: readonly VoteOption[]
  readonly question: string
  readonly voteId: string
}

export interface VoteOption {
  readonly optionId: string
  readonly text: string
}

export interface VoteRevealed {
  readonly ballots?: readonly Ballot[]
  readonly kind: 'voteRevealed'
  readonly tallies: Record<string, number>
  readonly voteId: string
  readonly voters: number
}

export interface WaitingView {
  readonly count: number
  readonly waiting: readonly ShownKnock[]
}

export interface WeekBaseline {
  readonly measuredOn?: string
  readonly needed: boolean
  readonly source?: string
  readonly value?: string
}

export interface WeekChange {
  readonly fields: readonly WeekChangeField[]
  readonly file?: string
  readonly id: string
  readonly kind: WeekChangeKind
  readonly name: string
  readonly part: string
  readonly partName: LocalizedText
  readonly row?: number
}

export interface WeekChangeField {
  readonly after: string
  readonly before: string
  readonly label: LocalizedText
}

export type WeekChangeKind = 'created' | 'changed' | 'unchanged'

export interface WeekChanges {
  readonly _example?: boolean | null
  readonly _notice?: string | null
  readonly annualCycle?: InterchangeAnnualCycle | null
  readonly annualSelection?: InterchangeAnnualSelection | null
  readonly budgetAgreements?: ChangedBudgetAgreements | null
  readonly citizenGroups?: ChangedCitizenGroups | null
  readonly deleteParticipantNamesAfter?: string | null
  readonly externalParties?: ChangedExternalParties | null
  readonly goals?: ChangedGoals | null
  readonly marketPosts?: ChangedMarketPosts | null
  readonly milestones?: InterchangeMilestones | null
  readonly municipality?: ChangedMunicipality
  readonly objectives?: ChangedObjectives | null
  readonly policies?: ChangedPolicies | null
  readonly schemaVersion?: 1
  readonly signs?: InterchangeSigns | null
  readonly title?: string | null
  readonly trialActions?: InterchangeTrialActions | null
  readonly units?: ChangedUnits | null
  readonly vision?: ChangedVision | null
  readonly weekId?: string | null
}

export interface WeekExport {
  readonly done: number
  readonly href?: string
  readonly id: string
  readonly latest?: string
  readonly problem?: string
  readonly problemEn?: string
  readonly state: 'running' | 'finished' | 'failed' | 'cancelled'
  readonly total: number
}

export interface WeekExportBody {
  readonly forArchive?: boolean
  readonly formats: readonly ExportFormat[]
  readonly language?: Language
}

export interface WeekGoalTypes {
  readonly agreement?: string
  readonly dialogue?: string
  readonly subtype?: string
}

export interface WeekImportReceipt {
  readonly notes?: readonly LocalizedText[]
  readonly sessions: readonly WeekImportReceiptSession[]
  readonly weekId: string
}

export interface WeekImportReceiptSession {
  readonly id: string
  readonly joinCode: string
  readonly models: readonly WeekImportReceiptSessionModel[]
}

export interface WeekImportReceiptSessionModel {
  readonly id: string
}

export interface WeekListing {
  readonly end?: string
  readonly id: string
  readonly sessions: number
  readonly start?: string
  readonly title: string
}

export type WeekObjectiveSourceKind = 'policy' | 'budgetAgreement'

export type WeekPartID = 
  | 'policies'
  | 'budgetAgreements'
  | 'objectives'
  | 'annualSelection'
  | 'units'
  | 'externalParties'
  | 'citizenGroups'
  | 'goals'
  | 'trialActions'
  | 'signs'
  | 'milestones'

export interface WeekPartRepositoryPreview {
  readonly changes: readonly WeekChange[]
  readonly notes: readonly LocalizedText[]
  readonly tag: string
}

export interface WeekPartView {
  readonly columns: readonly WeekPartViewColumn[]
  readonly id: WeekPartID
  readonly isSingle: boolean
  readonly items: readonly WeekPartViewItem[]
  readonly name: LocalizedText
}

export interface WeekPartViewColumn {
  readonly isRequired: boolean
  readonly kind: 
    | 'text'
    | 'longText'
    | 'date'
    | 'yesNo'
    | 'number'
    | 'texts'
    | 'reference'
    | 'references'
  readonly label: LocalizedText
  readonly member: string
  readonly refersTo: readonly WeekPartID[]
}

export interface WeekPartViewItem {
  readonly id: string
  readonly isWrittenInModel: boolean
  readonly name: string
  readonly tag: string
  readonly values: Record<string, PartValue>
}

export interface WeekSession {
  readonly citizenGroupId?: string
  readonly date?: string
  readonly decidedLevels: readonly {
    readonly choice: LevelChoice
    readonly goalId: string
  }[]
  readonly endsAt?: string | null
  readonly id: string
  readonly joinCode?: string
  readonly mayEnter: boolean
  readonly models: readonly ModelView[]
  readonly room?: string | null
  readonly startsAt?: string | null
  readonly title: string
}

export interface WeekView {
  readonly _example?: boolean | null
  readonly _notice?: string | null
  readonly annualCycle?: InterchangeAnnualCycle | null
  readonly annualSelection?: InterchangeAnnualSelection | null
  readonly budgetAgreements?: InterchangeBudgetAgreements | null
  readonly citizenGroups?: InterchangeCitizenGroups | null
  readonly deleteParticipantNamesAfter?: string | null
  readonly end?: string
  readonly externalParties?: InterchangeExternalParties | null
  readonly goals?: InterchangeGoals | null
  readonly id: string
  readonly marketPosts?: InterchangeMarketPosts | null
  readonly milestones?: InterchangeMilestones | null
  readonly municipality: InterchangeMunicipality
  readonly namesDeletedOn: string
  readonly objectives?: InterchangeObjectives | null
  readonly policies?: InterchangePolicies | null
  readonly schemaVersion: 1
  readonly sessions: readonly WeekSession[]
  readonly signs?: InterchangeSigns | null
  readonly start?: string
  readonly title: string
  readonly trialActions?: InterchangeTrialActions | null
  readonly units?: InterchangeUnits | null
  readonly vision?: InterchangeVision | null
  readonly weekId?: string | null
}

export interface WelcomeMessage {
  readonly now: number
  readonly seq: number
  readonly type: 'welcome'
  readonly you: SessionSelf
}

export interface WriteIdea {
  readonly ideaId: string
  readonly kind: 'writeIdea'
  readonly participantId?: string
  readonly roundId: string
  readonly text: string
}

export interface YearView {
  readonly dates: readonly YearViewDay[]
  readonly developmentWeek?: YearViewSpan
  readonly followUps: readonly FollowUp[]
  readonly learning: readonly Learning[]
  readonly signs: readonly SignSeries[]
  readonly trialActions: readonly YearViewSpan[]
  readonly year: number
}

export interface YearViewDay {
  readonly date: string
  readonly id: string
  readonly section: PlanSectionID
  readonly title: string
}

export interface YearViewSpan {
  readonly end?: string
  readonly id: string
  readonly start?: string
  readonly title: string
}
