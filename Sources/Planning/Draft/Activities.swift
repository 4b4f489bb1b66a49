/// The rows of "Roller og ansvar" by activity. People write the same activity once per function, so rows belong
/// together when their activities read alike.
struct Activities {
    struct Activity {
        let name: String
        var roles: [String]
    }

    private(set) var activities: [Activity] = []

    init(_ rows: [Row]) {
        var positions: [String: Int] = [:]
        for row in rows {
            guard let name = row.text("activity")?.trimmed else { continue }
            let key = name.lowercased()
            let position = positions[key] ?? activities.count
            if position == activities.count {
                positions[key] = position
                activities.append(Activity(name: name, roles: []))
            }
            activities[position].roles += [row.text("role")].compactMap(\.self)
        }
    }
}
