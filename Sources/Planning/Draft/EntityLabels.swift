/// What a plan calls goals and signs: `M-1`, `T-2`. An id of that shape is its own label; others get the first free
/// number, in the week's order.
struct EntityLabels {
    private var labels: [String: String] = [:]

    init(ids: [String], prefix: String) {
        for id in ids where Self.isShort(id) { labels[id] = id.uppercased() }
        var taken = Set(labels.values)
        var next = 1
        for id in ids where labels[id] == nil {
            while taken.contains("\(prefix)-\(next)") { next += 1 }
            labels[id] = "\(prefix)-\(next)"
            taken.insert("\(prefix)-\(next)")
        }
    }

    subscript(id: String) -> String {
        labels[id] ?? id
    }

    private static func isShort(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...4).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter)
            && (1...4).contains(parts[1].count) && parts[1].allSatisfy(\.isNumber)
    }
}
