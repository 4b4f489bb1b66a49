package import Foundation

/// What the development week gives a unit's goal plan: everything that was agreed and concerns the unit, said the way
/// the plan says it, and what is still missing. It stays a draft until the unit's leader has taken a stand on it.
///
/// As JSON its members are the properties below, keys sorted; dates are `YYYY-MM-DD`, absent values are left out.
/// Everybody is named by function. Texts of people are as they wrote them; words of the product come in both languages.
package struct GoalPlanDraft: Sendable, Hashable, Codable {
    /// The shape of this JSON; a change that breaks readers makes it one larger.
    package static let formatVersion = 1
    /// The arrangement of the plan; plans made from an older one can be told apart.
    package static let templateVersion = 1

    package let formatVersion: Int
    package let templateVersion: Int
    /// Counts the drafts made for the unit in this week, from 1.
    package private(set) var version: Int
    package private(set) var profile: Profile
    package let weekId: String
    package let weekTitle: String
    package let isExample: Bool
    package let notice: String?
    package let unit: UnitInformation
    package let year: Int?
    package let sources: [Source]
    package let vision: String?
    package let scenarios: [Scenario]
    package let objectives: [Objective]
    /// Objectives of other units' goals that the unit helps with through a collaboration.
    package let contributedObjectives: [Objective]
    package let goals: [Goal]
    package let contributions: Contributions
    package let collaborations: [Collaboration]
    package let tasks: [Task]
    package let timeline: [TimelineEntry]
    package let resources: [Resource]
    package let parkedItems: [ParkedItem]
    /// What the unit's agreements say that the five values mean here (»Albertslundværdierne«); absent where none does.
    package let values: [ValueReflection]?
    package let gaps: [Gap]
    package let approval: [Approval]
    package let origins: [Origin]

    /// The same draft under a number.
    package func numbered(_ version: Int) -> GoalPlanDraft {
        var draft = self
        draft.version = version
        return draft
    }

    /// The same draft, to be read in another governance system. What it says is the same in all.
    package func arranged(by profile: Profile) -> GoalPlanDraft {
        var draft = self
        draft.profile = profile
        return draft
    }
}

extension GoalPlanDraft {
    /// Makes a unit's draft from the week and what its models say now. Pure: the same input gives the same draft.
    /// - Parameters:
    ///   - models: every model of the week, in the week's order.
    ///   - version: which draft of the unit in this week it is, from 1.
    /// - Returns: nil when the week has no such unit.
    package static func make(
        unitId: String, week: Week, models: [ModelState], definitions: FieldDefinitions,
        profile: Profile = .maalplan, version: Int = 1
    ) -> GoalPlanDraft? {
        WeekReading(week: week, states: models, definitions: definitions)
            .draft(of: unitId, profile: profile, version: version)
    }

    /// The first draft of every unit of the week, in the week's order, from one reading.
    package static func makeAll(
        week: Week, models: [ModelState], definitions: FieldDefinitions, profile: Profile = .maalplan
    ) -> [GoalPlanDraft] {
        let reading = WeekReading(week: week, states: models, definitions: definitions)
        return week.units.compactMap { reading.draft(of: $0.id, profile: profile) }
    }

    /// The draft as JSON, keys sorted.
    package func jsonData() throws -> Data {
        try CanonicalJSON.encode(self)
    }

    // MARK: - What the plan is for, and where it comes from

    /// The unit whose plan this becomes.
    package struct UnitInformation: Sendable, Hashable, Codable {
        package let id: String
        package let name: String
        package let department: String?
        package let leaderFunction: String?
        /// The unit's own KLE number, or else the municipality's.
        package let kle: String?
    }

    /// A session that something in the draft was agreed at.
    package struct Source: Sendable, Hashable, Codable {
        package let sessionId: String
        package let title: String
        package let date: CalendarDate?
    }

    /// Exactly which content the draft was made from.
    package struct Origin: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let level: Level
        package let contentVersion: String
        package let sessionId: String?
    }

    /// A place for whoever approves the plan. No text says who signs, so the place is offered and nothing is required.
    package struct Approval: Sendable, Hashable, Codable {
        package let function: String?
        package let on: CalendarDate?
        package let remark: String?
    }

    // MARK: - Direction

    /// A policy's wished-for future.
    package struct Scenario: Sendable, Hashable, Codable {
        package let policyId: String
        package let title: String
        package let text: String
    }

    /// An objective, and why it is worked on this year.
    package struct Objective: Sendable, Hashable, Codable {
        package let id: String
        package let text: String
        /// The policy's or the budget agreement's title.
        package let sourceTitle: String?
        package let sourceKind: Week.Objective.SourceKind?
        /// Must be worked on the year after the budget agreement (»Begreber til rejsen«, "Målsætning").
        package let isMandatory: Bool
        /// Who selected it for the year, if somebody did.
        package let selectedBy: String?
        package let selectedOn: CalendarDate?
    }

    // MARK: - Goals

    /// One of the unit's own goals, made concrete.
    package struct Goal: Sendable, Hashable, Codable {
        package let id: String
        /// What the plan calls it: `M-1`.
        package let label: String
        package let text: String
        package let isMeasurable: Bool
        package let isNoticeable: Bool
        package let deadline: CalendarDate?
        package let objectives: [NamedText]
        package let citizenGroup: NamedText?
        package let currentSituation: String?
        package let desiredSituation: String?
        package let baseline: Week.Baseline?
        /// What kind of goal it is in other systems, where the week says so.
        package let types: Week.GoalTypes?
        /// What sessions decided about how it is worked on; nil where none has.
        package let levelDecisions: [LevelDecision]?
        package let trialActions: [TrialAction]
        package let signs: [Sign]
        package let milestones: [Milestone]
    }

    /// Something another place describes, with the words to call it.
    package struct NamedText: Sendable, Hashable, Codable {
        package let id: String
        package let text: String
    }

    /// What a session decided about a goal: at which level, or best done alone.
    package struct LevelDecision: Sendable, Hashable, Codable {
        package let sessionId: String
        package let sessionTitle: String
        /// A level's id, or `alone`.
        package let choice: String
        package let label: LocalizedText
        package let reason: String?

        /// "Bedst monofagligt: vi møder ikke de samme borgere (skolefravær)".
        package var sentence: LocalizedText {
            let rest = (reason.map { ": \($0)" } ?? "") + " (\(sessionTitle))"
            return .init(da: label.da + rest, en: label.en + rest)
        }
    }

    /// A trial action, own or joint.
    package struct TrialAction: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        package let title: String
        /// The label of the goal under which it is told in full; nil where that is here.
        package let toldUnder: String?
        package let goalIds: [String]
        /// The goals it is tried for, by label.
        package let goalLabels: [String]
        /// Whether the unit owns it.
        package let isOwn: Bool
        /// Everybody else who takes part.
        package let partners: [Participant]
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let scale: String?
        package let question: String?
        package let hypothesis: String?
        package let preparation: String?
        package let status: LocalizedText?
        package let evaluation: String?
        package let decision: LocalizedText?
    }

    /// A sign to look for.
    package struct Sign: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        /// What the plan calls it: `T-1`.
        package let label: String
        package let goalId: String?
        package let goalLabel: String?
        package let text: String
        package let kind: LocalizedText?
        package let baseline: String?
        package let target: String?
        package let dataSource: String?
        package let frequency: String?
        package let collectedBy: FunctionInUnit?
    }

    /// A milestone.
    package struct Milestone: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        package let goalId: String?
        package let goalLabel: String?
        package let text: String
        package let due: CalendarDate?
        package let responsible: FunctionInUnit?
        package let evidence: String?
    }

    /// A unit or an external party with its name.
    package struct Participant: Sendable, Hashable, Codable {
        package let unitId: String?
        package let externalId: String?
        package let name: String
    }

    /// Who does something: a function and the unit it is in.
    package struct FunctionInUnit: Sendable, Hashable, Codable {
        package let unitId: String?
        package let unitName: String?
        package let function: String?

        /// "Koordinator, Familie og Rådgivning".
        package var text: String {
            [function, unitName].compactMap(\.self).joined(separator: ", ")
        }
    }

    /// What the unit does for other units' goals.
    package struct Contributions: Sendable, Hashable, Codable {
        package let trialActions: [TrialAction]
        package let signs: [Sign]
        package let milestones: [Milestone]

        package var isEmpty: Bool {
            trialActions.isEmpty && signs.isEmpty && milestones.isEmpty
        }
    }

    // MARK: - Collaborations

    /// What the unit agreed with others.
    package struct Collaboration: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let level: Level
        package let sessionId: String?
        package let state: AgreementState
        /// The other units, then the external parties.
        package let parties: [Participant]
        package let goals: [ContributedGoal]
        package let task: String?
        package let whyCross: String?
        /// Every party's, the unit's own first.
        package let expectations: [Expectation]
        package let goal: String?
        package let goalDate: CalendarDate?
        package let coordinator: FunctionInUnit?
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let escalation: String?
        package let decisionRights: String?
        package let anchoring: String?
        package let dataSharing: String?
        package let confirmations: [Confirmation]
        /// What was written and is told nowhere else in the draft.
        package let other: [OtherField]
    }

    /// A goal that a collaboration contributes to.
    package struct ContributedGoal: Sendable, Hashable, Codable {
        package let id: String
        package let label: String
        package let text: String
        package let unitId: String
        package let unitName: String
    }

    /// What a party needs, gives and cannot do.
    package struct Expectation: Sendable, Hashable, Codable {
        package let unitId: String?
        package let unitName: String?
        package let isOwn: Bool
        package let need: String?
        package let give: String?
        package let limit: String?
    }

    /// A party's confirmation.
    package struct Confirmation: Sendable, Hashable, Codable {
        package let party: Participant
        package let function: String
        package let isLeader: Bool
        package let on: CalendarDate
        package let state: ConfirmationState
        package let give: String?
        package let need: String?
    }

    /// A field that has no place of its own in the plan.
    package struct OtherField: Sendable, Hashable, Codable {
        package let fieldId: String
        package let label: LocalizedText
        /// Written at another level than the agreement has now; kept, and not part of what was confirmed.
        package let isHiddenAtLevel: Bool
        package let text: LocalizedText?
        package let rows: [[OtherCell]]
    }

    /// A cell of a row that has no place of its own in the plan.
    package struct OtherCell: Sendable, Hashable, Codable {
        package let columnId: String
        package let label: LocalizedText
        package let text: LocalizedText
    }

    /// Something a function in the unit does because of an agreement.
    package struct Task: Sendable, Hashable, Codable {
        /// The row's key in the model.
        package let rowId: String
        package let activity: String
        package let function: String?
        /// The role's value in the model: `A`, `responsible` …
        package let role: String?
        package let roleLabel: LocalizedText
        package let modelId: String
        package let modelTitle: String
    }

    /// What an agreement takes from the unit.
    package struct Resource: Sendable, Hashable, Codable {
        /// The row's key in the model.
        package let rowId: String
        package let what: String
        package let amount: String?
        package let modelId: String
        package let modelTitle: String
    }

    /// Something a session put aside for the unit to take up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        /// The session's id and the item's own; its place where it has none, or one that cannot be part of an id.
        package let id: String
        package let text: String
        package let due: CalendarDate?
        package let sessionTitle: String
    }

    /// What one of the five values means in an agreement (»Albertslundværdierne«).
    package struct ValueReflection: Sendable, Hashable, Codable {
        package let id: String
        /// The value's name or id, as it was written.
        package let value: String
        package let note: String
        package let modelId: String
        package let modelTitle: String
    }

    // MARK: - Timeline

    /// Something that happens on a day.
    package struct TimelineEntry: Sendable, Hashable, Codable {
        package let date: CalendarDate
        package let kind: TimelineKind
        /// The collaboration it belongs to.
        package let modelTitle: String?
        package let modelId: String?
        package let text: LocalizedText
        /// Stable over drafts, for what is told nowhere else in the draft: the row of an agreement, or a date of the
        /// municipality's.
        package let sourceId: String?
        /// What it is the day of, whatever is written there: the row's or the thing's identity and what of it. Absent
        /// in drafts that were kept before entries had one.
        package let id: String?
    }
}

/// What happens on a day of the plan's timeline.
package enum TimelineKind: String, Sendable, Hashable, Codable, CaseIterable {
    case trialActionStarts, trialActionEnds, milestone, evaluation, experienceExchange, parkedItem, annualCycle

    package var label: LocalizedText {
        switch self {
        case .trialActionStarts: .init(da: "Prøvehandling begynder", en: "Trial action starts")
        case .trialActionEnds: .init(da: "Prøvehandling slutter", en: "Trial action ends")
        case .milestone: .init(da: "Milepæl", en: "Milestone")
        case .evaluation: .init(da: "Evaluering", en: "Evaluation")
        case .experienceExchange: .init(da: "Erfaringsudveksling", en: "Exchange of experience")
        case .parkedItem: .init(da: "Parkeret punkt", en: "Parked item")
        case .annualCycle: .init(da: "Årshjul", en: "Annual cycle")
        }
    }
}

extension GoalPlanDraft: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] {
        ["formatVersion": ["type": "integer", "const": .integer(formatVersion)]]
    }
}
