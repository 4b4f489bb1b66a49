package import Planning

/// Composes the document of a goal plan: what the unit's leader prints, signs and files. Pure; nothing the plan says
/// is left out.
package struct PlanComposer: Sendable {
    let source: PlanSource
    /// Labels in the document's language.
    let words: ExportWords

    var plan: GoalPlan { source.plan }
    var language: Language { words.language }

    /// The goal plan's own document; other governance systems have theirs below.
    package static func compose(_ source: PlanSource, language: Language = .danish) -> ExportDocument {
        let composer = PlanComposer(source: source, words: ExportWords(language: language))
        return ExportDocument(
            title: composer.title, language: language, pageHead: composer.pageHead, blocks: composer.blocks)
    }

    /// What other governance systems ask for, and what the year has brought.
    private static let further: [PlanSection.ID] = [
        .wellbeing, .agreement, .values, .initiatives, .frames, .rules, .signatures, .followUps, .observations,
        .evaluations, .status,
    ]

    // MARK: Head

    /// With the plan's year, where the week has one.
    private var name: String {
        words("Målplan", "Goal plan") + (source.year.map { " \($0)" } ?? "")
    }

    /// Unit last, as a folder of plans is sorted.
    private var title: String { "\(name) – \(PlainText.line(source.unit.name))" }

    /// At the head of every page, for whoever finds one page of several.
    private var pageHead: [String] {
        [source.unit.name, name, versionWords, source.kle.map { "KLE \($0)" } ?? ""]
    }

    /// A plan that is not finished says so on every page.
    private var versionWords: String {
        plan.isFinished
            ? words("version \(source.version)", "version \(source.version)")
            : words("version \(source.version), under arbejde", "version \(source.version), in progress")
    }

    /// Sections in the order a leader works in; those that hold nothing are not there.
    @BlockBuilder private var blocks: [Block] {
        Block.heading(1, Line(title))
        if let notice = source.notice { Block.notice(Line(PlainText.line(notice))) }
        facts
        basis
        goals
        collaborations
        for section in [PlanSection.ID.tasks, .dates, .resources, .parked] { list(section) }
        for section in Self.further { entries(section) }
        others
        if !plan.isFinished { remaining }
        approval
        origin
    }

    /// A table without a head: names on the left.
    var facts: [Block] {
        let status =
            plan.isFinished
            ? words("Færdig", "Finished") : words("Under arbejde, ikke færdiggjort", "In progress, not finished")
        let rows: [(String, String?)] = [
            (
                words("Enhed", "Unit"),
                [source.unit.name, source.unit.department].compactMap(presentText).joined(separator: ", ")
            ),
            (words("Leder", "Leader"), source.unit.leaderFunction ?? words.missing),
            (words("År", "Year"), source.year.map(String.init)), (words("Status", "Status"), status),
            (words("Version", "Version"), String(source.version)), ("KLE", source.kle),
        ]
        let cells = rows.compactMap { name, value in value.map { [Line(name), Line(PlainText.line($0))] } }
        return [.table(.init(head: [], rows: cells, widths: [1, 4]))]
    }

    // MARK: Pieces

    /// A line as it is read, by the lines it was written in.
    func parts(_ item: PlanItem, _ field: PlanField) -> [String] {
        (source.text(item, field, language) ?? "").split(whereSeparator: \.isNewline).map { PlainText.line(String($0)) }
            .filter { !$0.isEmpty }
    }

    /// The same on one line; nil where it says nothing.
    func text(_ item: PlanItem, _ field: PlanField) -> String? {
        presentText(parts(item, field).joined(separator: "; "))
    }

    /// What an item is called: its first line.
    func title(of item: PlanItem) -> String {
        PlanSection.section(item.head.section).fields.first.flatMap { text(item, $0) } ?? words.untitled
    }

    /// "**Label:** text" for each line that says something, without the first and those told elsewhere.
    func lines(_ item: PlanItem, without told: Set<String> = []) -> [Line] {
        fields(item, without: told).compactMap { field in
            text(item, field).map { Line.strong(field.label.in(language) + ":") + " " + $0 }
        }
    }

    /// The same, with what was written in several lines below each other.
    func facts(_ item: PlanItem, without told: Set<String> = []) -> [Block.Item] {
        fields(item, without: told).compactMap { field in
            let parts = parts(item, field)
            guard let first = parts.first else { return nil }
            let label = Line.strong(field.label.in(language) + ":")
            return parts.count == 1 ? .init(label + " " + first) : .init(label, details: parts.map { Line($0) })
        }
    }

    /// Without the first, which is the item's title.
    private func fields(_ item: PlanItem, without told: Set<String>) -> [PlanField] {
        // Which kind of goal another system takes it for is of no use here.
        PlanSection.section(item.head.section).fields.dropFirst().filter {
            !told.contains($0.id) && ($0.kind != .choice || $0.isAsked(in: plan.profile))
        }
    }

    /// No list where there is nothing to list.
    func bullets(_ items: [Block.Item]) -> [Block] {
        items.isEmpty ? [] : [.bullets(items)]
    }

    /// A table of a section's items, with the columns that somebody has written in.
    func table(_ items: [PlanItem], without told: Set<String> = []) -> [Block] {
        guard let first = items.first else { return [] }
        let fields = PlanSection.section(first.head.section).fields.filter { field in
            !told.contains(field.id) && items.contains { text($0, field) != nil }
        }
        guard !fields.isEmpty else { return [] }
        let rows = items.map { item in fields.map { Line(text(item, $0) ?? "") } }
        return [
            .table(
                .init(
                    head: fields.map { $0.label.in(language) }, rows: rows,
                    widths: fields.map { $0.kind == .longText ? 5 : 3 }))
        ]
    }
}

// MARK: - Basis and goals

extension PlanComposer {
    /// Absent where the plan has neither basis nor objectives.
    @BlockBuilder private var basis: [Block] {
        let basis = plan.items(in: .basis)
        let objectives = plan.items(in: .objectives)
        if !basis.isEmpty || !objectives.isEmpty { Block.heading(2, Line(words("Afsæt", "Starting point"))) }
        for item in basis {
            Block.paragraph(Line.strong(title(of: item) + ":") + " " + PlainText.line(item.text("text") ?? ""))
        }
        if !objectives.isEmpty {
            Block.lead(Line.strong(words("Målsætninger, vi arbejder med", "Objectives we work on")))
            Block.bullets(objectives.map(objective))
        }
    }

    /// With its source and why it is worked on.
    private func objective(_ item: PlanItem) -> Block.Item {
        let reasons = ["source", "status"].compactMap { item.text($0).map(PlainText.line) }.joined(separator: "; ")
        let text = Line(title(of: item))
        return .init(reasons.isEmpty ? text : text + " " + Line.emphasis("(\(reasons))"))
    }

    /// Each goal with what belongs to it; then what belongs to no goal of the plan.
    @BlockBuilder var goals: [Block] {
        let goals = plan.items(in: .goals)
        Block.heading(2, Line(words("Mål", "Goals")))
        if goals.isEmpty { Block.paragraph(Line.emphasis(words("Planen har ingen mål.", "The plan has no goals."))) }
        for (number, goal) in goals.enumerated() {
            Block.heading(3, Line("\(number + 1). \(title(of: goal))"))
            bullets(facts(goal))
            work(for: goal.id, isRest: false)
        }
        rest
    }

    /// Work for goals that are other units': shown under a heading of its own, or not at all.
    @BlockBuilder private var rest: [Block] {
        let work = self.work(for: nil, isRest: true)
        if !work.isEmpty {
            Block.heading(3, Line(words("Det gør vi for andre mål", "What we do for other goals")))
            work
        }
    }

    /// - Parameters:
    ///   - goal: an item's id; nil for what belongs to no goal of the plan.
    ///   - isRest: whether the goals meant are told with each thing.
    @BlockBuilder private func work(for goal: String?, isRest: Bool) -> [Block] {
        let actions = items(.trialActions, for: goal)
        let told: Set<String> = isRest ? [] : ["goals"]
        if !actions.isEmpty { Block.lead(Line.strong(words("Prøvehandlinger", "Trial actions"))) }
        bullets(actions.map { action($0, told, mentioned: goal != nil && goal != owner(of: $0)) })
        titledTable(.signs, items(.signs, for: goal), without: told)
        titledTable(.milestones, items(.milestones, for: goal), without: told)
    }

    /// A table under a lead with the section's own title.
    @BlockBuilder private func titledTable(
        _ section: PlanSection.ID, _ items: [PlanItem], without told: Set<String>
    ) -> [Block] {
        if !items.isEmpty { Block.lead(Line.strong(PlanSection.section(section).title.in(language))) }
        table(items, without: told)
    }

    /// A trial action for several goals is told in full under the first of them.
    private func action(_ item: PlanItem, _ told: Set<String>, mentioned: Bool) -> Block.Item {
        let title = Line.strong(title(of: item))
        guard mentioned else { return .init(title, details: lines(item, without: told)) }
        let goals = plan.items(in: .goals)
        let number = goals.firstIndex { $0.id == owner(of: item) }.map { $0 + 1 } ?? 0
        return .init(title + " (\(words("se mål \(number)", "see goal \(number)")))")
    }

    /// In the plan's order.
    private func items(_ section: PlanSection.ID, for goal: String?) -> [PlanItem] {
        plan.items(in: section).filter { item in
            guard let goal else { return owner(of: item) == nil }
            return goals(of: item).contains(goal)
        }
    }

    /// Ids of the plan's goals that an item belongs to.
    private func goals(of item: PlanItem) -> [String] {
        item.references("goals").compactMap { plan.item(reference: $0) }
            .filter { $0.head.section == .goals && !$0.head.isRefused }.map(\.id)
    }

    /// The goal under which an item is told in full: the first in the plan's order.
    private func owner(of item: PlanItem) -> String? {
        let own = goals(of: item)
        return plan.items(in: .goals).first { own.contains($0.id) }?.id
    }
}

// MARK: - Lists

extension PlanComposer {
    /// Each agreement under its title and level.
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

    /// Fields that a municipality has added, and what no section has a line for.
    @BlockBuilder var others: [Block] {
        let items = plan.items(in: .other)
        if !items.isEmpty {
            heading(.other)
            bullets(items.map(other))
        }
    }

    /// With its agreement: the title alone is a field's label.
    private func other(_ item: PlanItem) -> Block.Item {
        let agreement = item.text("agreement").map { " (\(PlainText.line($0)))" } ?? ""
        let parts = PlanSection.section(.other).field("text").map { self.parts(item, $0) } ?? []
        return .init(Line.strong(title(of: item)) + agreement, details: parts.map { Line($0) })
    }

    /// The same sentences as beside the plan in the page, as boxes to tick.
    @BlockBuilder private var remaining: [Block] {
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

    /// The section's title at level 2.
    private func heading(_ section: PlanSection.ID) -> Block {
        .heading(2, Line(PlanSection.section(section).title.in(language)))
    }
}

// MARK: - Other systems

/// A plan, or the draft of one, as the document of its governance system: the system's parts in their order, and after
/// them what no part has.
extension PlanComposer {
    /// - Parameter isDraft: nobody has taken any of it yet.
    package static func compose(_ source: PlanSource, asDraft isDraft: Bool, language: Language) -> ExportDocument {
        let composer = PlanComposer(source: source, words: ExportWords(language: language))
        let profile = PlanProfile.profile(source.plan.profile)
        let name = profile.title.in(language) + (source.year.map { " \($0)" } ?? "")
        let title =
            (isDraft ? composer.words("UDKAST: ", "DRAFT: ") : "") + name + " – "
            + PlainText.line(source.unit.name)
        return ExportDocument(
            title: title, language: language,
            pageHead: [source.unit.name, name, source.kle.map { "KLE \($0)" } ?? ""],
            blocks: composer.blocks(of: profile, title: title))
    }

    @BlockBuilder private func blocks(of profile: PlanProfile, title: String) -> [Block] {
        Block.heading(1, Line(title))
        if let notice = source.notice { Block.notice(Line(PlainText.line(notice))) }
        facts
        for part in profile.parts { block(of: part) }
        for section in PlanSection.all where !profile.parts.contains(section.id) {
            self.section(section.id, plan.items(in: section.id), level: 2)
        }
        if !plan.isFinished { remaining }
        approval
        origin
    }

    /// One part of the system: its title, and the sections or texts it is made of.
    @BlockBuilder private func block(of part: PlanProfile.Part) -> [Block] {
        let contents = part.sections.map { ($0.section, PlanProfile.items($0, of: plan)) }.filter { !$0.1.isEmpty }
        if !contents.isEmpty {
            Block.heading(2, Line(part.title.in(language)))
            for (section, items) in contents { self.section(section, items, level: 3) }
        }
    }

    /// - Parameter level: of the heading, which depends on how many sections share a part.
    @BlockBuilder private func section(_ id: PlanSection.ID, _ items: [PlanItem], level: Int) -> [Block] {
        if !items.isEmpty {
            Block.heading(level, Line(PlanSection.section(id).title.in(language)))
            bullets(items.map { .init(Line.strong(self.title(of: $0)), details: lines($0)) })
        }
    }
}

extension [PlanProfile.Part] {
    fileprivate func contains(_ section: PlanSection.ID) -> Bool {
        contains { $0.sections.contains { $0.section == section } }
    }
}
