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

    /// A plan that nobody has begun: revision 0, no items. It is not stored.
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

    /// How much the plan holds of each model, and the newest content it has of it.
    package var modelLinks: [(modelId: String, items: Int, contentVersion: String)] {
        var links: [String: (items: Int, newest: PlanValue, contentVersion: String)] = [:]
        for item in items.values where !item.head.isRefused {
            var seen: Set<String> = []
            for value in item.values.values where !value.text.isBlank && value.origin.kind == .source {
                for model in value.origin.models {
                    let old = links[model.modelId]
                    let isFirst = seen.insert(model.modelId).inserted
                    let isNewer = old.map { ($0.newest.origin.version ?? 0) < (value.origin.version ?? 0) } ?? true
                    links[model.modelId] = (
                        (old?.items ?? 0) + (isFirst ? 1 : 0), isNewer ? value : old?.newest ?? value,
                        isNewer ? model.contentVersion : old?.contentVersion ?? model.contentVersion
                    )
                }
            }
        }
        return links.map { ($0.key, $0.value.items, $0.value.contentVersion) }.sorted { $0.0 < $1.0 }
    }

    /// Where a new item of a section goes: after the others.
    func nextPosition(in section: PlanSection.ID) -> Int {
        (items.values.filter { $0.head.section == section }.map(\.head.position).max() ?? -1) + 1
    }
}

/// A thing in a plan: a goal, a sign, a task.
package struct PlanItem: Sendable, Hashable, Codable {
    package let id: String
    package var head: Head
    /// By field id. A field that was never filled in has none.
    package var values: [String: PlanValue]

    /// What is decided about the item, beside its lines.
    package struct Head: Sendable, Hashable, Codable {
        package var section: PlanSection.ID
        package var position: Int
        /// What it comes from, stable over drafts: `goal:m-1`. Nil for what a leader wrote.
        package var sourceId: String?
        /// Offered, and not taken: kept so that it isn't offered again. Its values' `source` is what was refused.
        package var isRefused: Bool

        /// - Parameter position: within the section; gaps don't matter.
        package init(section: PlanSection.ID, position: Int, sourceId: String? = nil, isRefused: Bool = false) {
            self.section = section
            self.position = position
            self.sourceId = sourceId
            self.isRefused = isRefused
        }
    }

    /// - Parameter values: by field id.
    package init(id: String, head: Head, values: [String: PlanValue] = [:]) {
        self.id = id
        self.head = head
        self.values = values
    }

    /// A field's text; nil when it is blank.
    package func text(_ field: String) -> String? {
        presentText(values[field]?.text)
    }

    /// What the item is known by.
    package var title: String {
        text(PlanSection.section(head.section).fields[0].id) ?? ""
    }

    /// Ids of items of the plan, or of what they come from.
    package func references(_ field: String) -> [String] {
        (text(field) ?? "").split(separator: " ").map(String.init)
    }
}

/// A line of an item, and what a merge has to know about it.
package struct PlanValue: Sendable, Hashable, Codable {
    package var text: String
    package var origin: PlanOrigin
    /// What the source said when a leader last decided about it: the third of the three ways. Nil when the line has
    /// never been compared with a source.
    package var source: String?
    /// The plan's revision that made it so.
    package var revision: Int

    /// - Parameter source: the source's text when a leader last decided; nil for a line without one.
    package init(_ text: String, origin: PlanOrigin, source: String? = nil, revision: Int = 0) {
        self.text = text
        self.origin = origin
        self.source = source
        self.revision = revision
    }
}

/// Where a value of a plan comes from.
package struct PlanOrigin: Sendable, Hashable, Codable {
    /// Who or what put a value there. Stored: a raw value never changes.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// "Skrevet af leder".
        case leader
        /// Something agreed at a session, or the week's own goals.
        case source
        /// A file that a leader brought.
        case file
        /// The plan of an earlier year.
        case carriedOver
        /// Laid into every unit's plan at once, such as a corporate goal.
        case common
    }

    package var kind: Kind
    /// The week it comes from, and the version of the draft (``source``) or of the plan (``carriedOver``).
    package var weekId: String?
    package var version: Int?
    /// The models it stands in, each with the content that was read. Empty for what the week itself says.
    package var models: [Model]
    /// The units it was agreed between.
    package var unitIds: [String]

    /// A collaboration model that a value stands in, with the content that was read.
    package struct Model: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let contentVersion: String
        package let sessionId: String?
    }

    package init(
        _ kind: Kind, weekId: String? = nil, version: Int? = nil, models: [Model] = [], unitIds: [String] = []
    ) {
        self.kind = kind
        self.weekId = weekId
        self.version = version
        self.models = models
        self.unitIds = unitIds
    }

    /// Written in the plan itself.
    package static let leader = PlanOrigin(.leader)
}
