import Planning

extension PlanComposer {
    @BlockBuilder var collaborations: [Block] {
        let items = plan.items(in: .collaborations)
        if !items.isEmpty { heading(.collaborations) }
        for item in items {
            let level = item.text("level").map { " – " + PlainText.line($0).insideSentence() } ?? ""
            Block.heading(3, Line(title(of: item) + level))
            bullets(facts(item, without: ["level"]))
        }
    }

    /// A section whose items are told in a few words each.
    @BlockBuilder func list(_ section: PlanSection.ID) -> [Block] {
        let items = plan.items(in: section)
        if !items.isEmpty {
            heading(section)
            table(section == .dates ? items.sorted { ($0.text("date") ?? "~") < ($1.text("date") ?? "~") } : items)
        }
    }

    /// A section whose items say much each: what there is under the name of each.
    @BlockBuilder func entries(_ section: PlanSection.ID) -> [Block] {
        let items = plan.items(in: section)
        if !items.isEmpty {
            heading(section)
            bullets(items.map { .init(Line.strong(title(of: $0)), details: lines($0)) })
        }
    }

    @BlockBuilder var others: [Block] {
        let items = plan.items(in: .other)
        if !items.isEmpty {
            heading(.other)
            bullets(items.map(other))
        }
    }

    private func other(_ item: PlanItem) -> Block.Item {
        let agreement = item.text("agreement").map { " (\(PlainText.line($0)))" } ?? ""
        let parts = PlanSection.section(.other).field("text").map { self.parts(item, $0) } ?? []
        return .init(Line.strong(title(of: item)) + agreement, details: parts.map { Line($0) })
    }

    @BlockBuilder var remaining: [Block] {
        let remaining = plan.remaining(known: Set(source.names.keys))
        if !remaining.isEmpty {
            Block.heading(
                2, Line(words("Mangler, før planen færdiggøres", "To be settled before the plan is finished")))
            Block.checklist(remaining.map { Line(PlainText.line($0.sentence.in(language))) })
        }
    }

    /// A place to sign; nobody has to.
    @BlockBuilder var approval: [Block] {
        let leader = source.unit.leaderFunction.map(PlainText.line) ?? words("Leder", "Leader")
        let head = [words("Funktion", "Function"), words("Dato", "Date"), words("Underskrift", "Signature")]
        Block.heading(2, Line(words("Godkendelse", "Approval")))
        Block.table(
            .init(head: head, rows: [[Line(leader), .empty, .empty], [.empty, .empty, .empty]], widths: [3, 2, 4]))
    }

    /// How many lines the leader wrote, and how many come from which agreement.
    var origin: Block {
        var counts: [String: Int] = [:]
        var written = 0
        for value in PlanSection.all.flatMap({ plan.items(in: $0.id) }).flatMap(\.values.values) {
            if value.origin.kind == .leader { written += 1 }
            for model in value.origin.models { counts[model.title, default: 0] += 1 }
        }
        let agreements = counts.sorted { DanishOrder.areInIncreasingOrder($0.key, $1.key) }.map {
            "\(PlainText.line($0.key)) (\($0.value))"
        }
        let from = agreements.isEmpty ? words("ingen", "none") : agreements.joined(separator: ", ")
        return .origin(
            Line(
                words(
                    "Linjer fra aftaler: \(from). Skrevet af leder: \(written). Planen indeholder funktioner, ikke navne.",
                    "Lines from agreements: \(from). Written by the leader: \(written). The plan holds functions, not names."
                )))
    }

    private func heading(_ section: PlanSection.ID) -> Block {
        .heading(2, Line(PlanSection.section(section).title.in(language)))
    }
}
