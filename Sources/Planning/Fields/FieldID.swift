/// The fields that the draft, the checks and the page's headings know by name: ids of `fields.json`, stored in every
/// document, so that they never change.
/// A template that lacks one of them
/// (except the title) simply has nothing to say there; fields of a municipality's own are shown under "Øvrigt".
package enum FieldID {
    /// The model's own name; a template must have it.
    package static let title = "title"
    /// Whose needs the collaboration is about, and the goals of units that it serves.
    package static let citizenGroup = "citizenGroup"
    package static let goals = "goals"
    /// The units, and from when to when.
    package static let parties = "parties"
    package static let period = "period"
    /// What is done together, why across units, and what each party needs, gives and cannot do.
    package static let task = "task"
    package static let whyCross = "whyCross"
    package static let expectations = "expectations"
    /// What is to be reached, and the function that keeps the agreement alive.
    package static let collaborationGoal = "collaborationGoal"
    package static let coordinator = "coordinator"
    /// Rows of activities: at co-creation with RASCI, below it with one responsible function.
    package static let roles = "roles"
    /// Knowledge that is shared, and on what legal basis personal data is.
    package static let knowledgeItems = "knowledgeItems"
    package static let dataSharing = "dataSharing"
    package static let experienceExchange = "experienceExchange"
    /// Rows with dates: they are on the plan's timeline.
    package static let evaluation = "evaluation"
    package static let escalation = "escalation"
    /// Levels may hide any of these; a hidden field keeps its value.
    package static let externalParties = "externalParties"
    package static let decisionRights = "decisionRights"
    package static let resources = "resources"
    package static let anchoring = "anchoring"
    /// Rows that are things of the week itself (``EntityKind``), with ids of their own.
    package static let trialActions = "trialActions"
    package static let signs = "signs"
    package static let milestones = "milestones"
}
