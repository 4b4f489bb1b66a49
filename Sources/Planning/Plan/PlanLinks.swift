/// Which item of a plan each item of a draft is about: the one that came from it or has its id, or else the only one
/// of the section that says the same and comes from nowhere, so that a plan brought as a file isn't filled with
/// everything twice.
struct PlanLinks {
    private var bySource: [String: PlanItem] = [:]
    private var byTitle: [String: PlanItem] = [:]

    init(_ plan: GoalPlan, _ sources: [PlanSourceItem]) {
        let ids = Set(sources.map(\.id))
        let byKey = Dictionary(grouping: sources, by: Self.key).filter { $0.value.count == 1 }
        var unlinked: [String: [PlanItem]] = [:]
        for item in plan.items.values {
            if let id = item.head.sourceId {
                bySource[id] = item
            } else if ids.contains(item.id) {
                bySource[item.id] = item
            } else if !item.title.isBlank {
                unlinked[Self.key(item.head.section, item.title), default: []].append(item)
            }
        }
        for (key, items) in unlinked where items.count == 1 {
            if let source = byKey[key]?.first, bySource[source.id] == nil { byTitle[source.id] = items[0] }
        }
    }

    func item(of source: PlanSourceItem) -> PlanItem? {
        bySource[source.id] ?? byTitle[source.id]
    }

    private static func key(_ source: PlanSourceItem) -> String {
        key(source.section, source.title)
    }

    private static func key(_ section: PlanSection.ID, _ title: String) -> String {
        section.rawValue + "\n" + title.trimmed.lowercased()
    }
}
