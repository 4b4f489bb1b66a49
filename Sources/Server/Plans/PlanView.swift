import Application
import Planning

/// A plan as a leader works on it: its content, the offers of the week's draft beside it, and what remains to be
/// written.
///
/// One answer, so that the page never shows a plan beside the draft of another moment.
struct PlanView: Codable {
    struct UnitView: Codable {
        let id, name: String
        let leaderFunction: String?
    }

    /// A session that the draft was made from.
    struct SourceView: Codable {
        let sessionId, title: String
        let date: String?
        /// "Afsluttet": nothing there changes any more.
        let isEnded: Bool
    }

    /// A governance system that the plan may be shown in.
    struct ProfileChoice: Codable {
        let id: Profile
        let title: LocalizedText
    }

    /// What the request did.
    struct Outcome: Codable {
        /// The revision it made; absent when nothing changed.
        let revision: Int?
        /// Lines and items that changed.
        let edits: Int
        /// What could not be taken back because it was changed since: ids of items.
        let kept: [String]
        /// What to look at because of how a file was read.
        let notes: [LocalizedText]?
    }

    let plan: GoalPlan
    let unit: UnitView
    let weekTitle: String
    let year: Int?
    let isExample: Bool
    let mayChange: Bool
    let sections: [PlanSection]
    /// The governance system it is shown in: the plan's own, or the one that was asked for.
    let profile: PlanProfile
    let profiles: [ProfileChoice]
    /// What references and origins mean: objectives, goals, units.
    let names: [String: String]
    let sources: [SourceView]
    let draftVersion: Int
    /// Of what the draft says: with it an import is about that draft, whatever became of its number.
    let draftTag: String
    let offers: [PlanOffer]
    let notOffered: [PlanNotOffered]
    let remaining: [PlanRemaining]
    var outcome: Outcome?

    /// - Parameters:
    ///   - ended: the ids of the draft's sessions that have ended.
    ///   - profile: the one asked for; nil for the plan's own.
    init(
        _ plan: GoalPlan, in reading: WeekReading, unit: Week.Unit, draft: GoalPlanDraft, draftTag: String,
        ended: Set<String>, mayChange: Bool, profile: Profile? = nil
    ) {
        let week = reading.week
        self.plan = plan
        self.unit = UnitView(id: unit.id, name: unit.name, leaderFunction: unit.leaderFunction)
        weekTitle = week.title
        year = week.year
        isExample = week.isExample
        self.mayChange = mayChange
        sections = PlanSection.all
        self.profile = PlanProfile.profile(profile ?? plan.profile)
        profiles = Profile.allCases.map { ProfileChoice(id: $0, title: PlanProfile.profile($0).title) }
        names = Self.names(week, draft)
        sources = draft.sources.map {
            SourceView(
                sessionId: $0.sessionId, title: $0.title, date: $0.date?.iso, isEnded: ended.contains($0.sessionId))
        }
        draftVersion = draft.version
        self.draftTag = draftTag
        let comparison = PlanComparison(plan, draft)
        offers = comparison.offers
        notOffered = comparison.notOffered + PlanNotOffered.agreements(of: reading.states, besides: draft)
        var shown = plan
        shown.profile = profile ?? plan.profile
        remaining = comparison.remaining + shown.remaining(known: Set(names.keys))
    }

    /// By `kind:id`, as references in a plan are written.
    private static func names(_ week: Week, _ draft: GoalPlanDraft) -> [String: String] {
        var names: [String: String] = [:]
        for objective in week.objectives { names["objective:\(objective.id)"] = objective.text }
        for goal in week.goals { names["goal:\(goal.id)"] = goal.text }
        for unit in week.units { names["unit:\(unit.id)"] = unit.name }
        return names
    }
}
