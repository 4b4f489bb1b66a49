import Application

/// What a deletion takes with it, as lines.
enum RemovalText {
    static func lines(_ removal: Removal) -> [String] {
        let counts = [
            (removal.sessions, "session(s)"), (removal.models, "model(s)"), (removal.participants, "participant(s)"),
            (removal.kind == .participant ? 0 : removal.confirmations, "confirmation(s)"),
            (removal.grants, "link(s) and browser(s) that get in no more"), (removal.versions, "kept version(s)"),
            (removal.drafts, "draft(s)"), (removal.plans, "goal plan(s) of the week"),
            (removal.answers, "idea(s), vote(s) and evaluation(s) that were said alone"),
        ]
        var lines = counts.filter { $0.0 > 0 }.map { "  goes: \($0.0) \($0.1)" }
        if removal.plansDrawing > 0 {
            lines.append("  stays: what \(removal.plansDrawing) goal plan(s) took, as their own text")
        }
        if removal.kind == .participant {
            if removal.comments > 0 { lines.append("  stays without its author: \(removal.comments) comment(s)") }
            if removal.confirmations > 0 {
                lines.append("  stays as the unit's: \(removal.confirmations) confirmation(s)")
            }
        }
        lines += removal.mentions.map { mention in
            "  stays: the name in the model \(mention.modelId), field \(mention.fieldId); change it there"
        }
        return lines
    }
}
