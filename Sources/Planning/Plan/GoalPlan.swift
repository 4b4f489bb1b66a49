/// A unit's goal plan: what its leader works on, and finishes. A value; every change is a list of ``PlanEdit``s, made
/// by pure functions and applied by ``applying(_:)``, so that it can be told, taken back and merged.
///
/// As JSON its members are the properties below, keys sorted, absent values left out.
package struct GoalPlan: Sendable, Hashable, Codable {
    /// The shape of this JSON; a change that breaks readers makes it one larger.
    package static let formatVersion = 1
    /// Items in one plan: some hundreds are a large plan.
    package static let mostItems = 5_000

    package let formatVersion: Int
    package let weekId: String
    package let unitId: String
    package var profile: Profile
    /// Counts the changes, from 0 for a plan that nobody has touched.
    package var revision: Int
    /// How many versions have been finished.
    package var version: Int
    /// Finished, and nothing changes before a new version is opened.
    package var isFinished: Bool
    /// The revision that citizens can read, as its change froze the plan; nil while the leader shows them nothing.
    package var shownToCitizens: Int?
    /// By id.
    package var items: [String: PlanItem]

    package init(weekId: String, unitId: String, profile: Profile = .maalplan) {
        formatVersion = Self.formatVersion
        self.weekId = weekId
        self.unitId = unitId
        self.profile = profile
        revision = 0
        version = 0
        isFinished = false
        items = [:]
    }

    /// What the plan says, in the order it is read: without what was refused.
    package func items(in section: PlanSection.ID) -> [PlanItem] {
        items.values.filter { $0.head.section == section && !$0.head.isRefused }
            .sorted { ($0.head.position, $0.id) < ($1.head.position, $1.id) }
    }

    /// The item a reference means: by its own id, or by what it comes from.
    package func item(reference: String) -> PlanItem? {
        items[reference] ?? items.values.first { $0.head.sourceId == reference }
    }

    /// Where a new item of a section goes: after the others.
    func nextPosition(in section: PlanSection.ID) -> Int {
        (items.values.filter { $0.head.section == section }.map(\.head.position).max() ?? -1) + 1
    }
}
