extension GoalPlan {
    /// The lines of some edits that somebody changed after the plan was read, with what they say now.
    /// - Parameter seen: the revision that was read.
    package func conflicts(of edits: [PlanEdit], seen: Int) -> [ImportFault] {
        edits.compactMap { edit in
            guard let field = edit.field, let now = items[edit.itemId]?.values[field], now.revision > seen,
                now.text != edit.after?.value?.text
            else { return nil }
            return ImportFault(
                path: JSONPath.root["items"][edit.itemId][field].description,
                message: .init(
                    da: "Linjen er ændret imens. Nu står der: »\(now.text)«.",
                    en: "The line was changed meanwhile. It now says: “\(now.text)”."))
        }
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
}
