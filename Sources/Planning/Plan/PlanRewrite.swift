/// A leader's changes of a plan: lines rewritten, items added and removed. The body of a request.
package struct PlanRewrite: Sendable, Hashable, Codable {
    /// nil for nothing, as in JSON.
    package var items: [Item]?
    /// Ids of items to take out.
    package var removed: [String]?
    /// Which governance system the plan is to follow.
    package var profile: Profile?

    /// An item that is made, or lines of one that is there.
    package struct Item: Sendable, Hashable, Codable {
        /// Absent for a new item, which then needs a section.
        package var id: String?
        package var section: PlanSection.ID?
        /// By field id; empty or blank takes the text away.
        package var fields: [String: String]

        package init(id: String? = nil, section: PlanSection.ID? = nil, fields: [String: String]) {
            self.id = id
            self.section = section
            self.fields = fields
        }
    }

    package init(items: [Item]? = nil, removed: [String]? = nil, profile: Profile? = nil) {
        self.items = items
        self.removed = removed
        self.profile = profile
    }
}

extension PlanRewrite {
    /// Whether it touches only what is written through the year, which is open also when the plan is finished.
    package func isOfYear(in plan: GoalPlan) -> Bool {
        guard profile == nil else { return false }
        let sections =
            (items ?? []).map { item in
                item.id.flatMap { plan.items[$0]?.head.section } ?? item.section
            } + (removed ?? []).map { plan.items[$0]?.head.section }
        return sections.allSatisfy { $0.map { PlanSection.section($0).isOfYear } ?? false }
    }
}

/// Why a rewrite cannot be done.
package enum PlanRewriteError: Error, Sendable, Hashable {
    /// Something in it is wrong by itself.
    case faults(ImportFaults)
    /// Somebody changed the same lines since the plan was read. What they say now stands in the faults.
    case changedMeanwhile(ImportFaults)
}

/// Carries a rewrite out: pure, all or nothing. Lines that others changed meanwhile are left alone and told; changes
/// of different lines merge.
private struct PlanRewriting {
    private var plan: GoalPlan
    /// The revision that the writer had read.
    private let seen: Int
    private let makeID: () -> String
    private(set) var edits: [PlanEdit] = []
    private(set) var faults: [ImportFault] = []
    private(set) var conflicts: [ImportFault] = []

    init(_ plan: GoalPlan, seen: Int, makeID: @escaping () -> String) {
        self.plan = plan
        self.seen = seen
        self.makeID = makeID
    }

    /// One item of the request: lines of an item that is there, or a new one.
    mutating func rewrite(_ item: PlanRewrite.Item, at path: JSONPath) {
        guard let id = item.id else { return add(item, path) }
        if plan.items[id] == nil, item.section == .followUps { return add(item, path) }
        guard let old = plan.items[id], !old.head.isRefused else {
            return conflict(path["id"], "Punktet er taget ud af planen.", "The item has been taken out of the plan.")
        }
        let section = PlanSection.section(old.head.section)
        for (field, text) in item.fields.sorted(by: { $0.key < $1.key }) {
            guard check(field, text, section, path["fields"][field]) else { continue }
            let value = old.values[field]
            if text == value?.text ?? "" { continue }
            if let value, value.revision > seen {
                conflict(
                    path["fields"][field], "Linjen er ændret imens. Nu står der: »\(value.text)«.",
                    "The line was changed meanwhile. It now says: “\(value.text)”.")
                continue
            }
            var new = PlanValue(text, origin: .leader)
            new.source = value?.source
            make(.value(id, field, from: value, to: new))
        }
    }

    /// A new item at its section's end. A blank one is a fault: nobody would find it again.
    private mutating func add(_ item: PlanRewrite.Item, _ path: JSONPath) {
        guard let id = item.section else {
            return fault(path["section"], "Vælg et afsnit.", "Choose a section.")
        }
        let section = PlanSection.section(id)
        let texts = item.fields.filter { !$0.value.isBlank }.sorted { $0.key < $1.key }
        guard !texts.isEmpty else { return fault(path["fields"], "Her mangler tekst.", "There is no text here.") }
        guard plan.items.count < GoalPlan.mostItems else {
            return fault(path, "Planen kan ikke have flere punkter.", "The plan cannot have more items.")
        }
        for (field, text) in texts where !check(field, text, section, path["fields"][field]) { return }
        // A follow-up that was done has the id of the one that was due, so that two leaders who note it make one.
        let itemId = item.id ?? makeID()
        guard Identifier.isValid(itemId) else {
            return fault(path["id"], FaultReason.badIdentifier(itemId).message)
        }
        make(.head(itemId, from: nil, to: .init(section: id, position: plan.nextPosition(in: id))))
        for (field, text) in texts { make(.value(itemId, field, from: nil, to: PlanValue(text, origin: .leader))) }
    }

    /// What came from a source stays noted as refused, so that it isn't offered again.
    mutating func remove(_ id: String, at path: JSONPath) {
        guard let item = plan.items[id], !item.head.isRefused else { return }
        guard !item.values.values.contains(where: { $0.revision > seen }) else {
            return conflict(
                path, "Punktet er ændret imens og bliver stående: »\(item.title)«.",
                "The item was changed meanwhile and stays: “\(item.title)”.")
        }
        guard item.head.sourceId != nil else { return plan.removing(item).forEach { make($0) } }
        var head = item.head
        head.isRefused = true
        for (field, value) in item.values.sorted(by: { $0.key < $1.key }) {
            var refused = value
            refused.text = ""
            make(.value(id, field, from: value, to: refused))
        }
        make(.head(id, from: item.head, to: head))
    }

    /// Whether a line may say this; reports what is wrong with it.
    private mutating func check(_ field: String, _ text: String, _ section: PlanSection, _ path: JSONPath) -> Bool {
        let found = section.fault(in: field, text, at: path)
        faults += [found].compactMap(\.self)
        return found == nil
    }

    /// Applied at once, so that two changes of one request see each other.
    private mutating func make(_ edit: PlanEdit) {
        edits.append(edit)
        plan.apply(edit)
    }

    private mutating func fault(_ path: JSONPath, _ da: String, _ en: String) {
        fault(path, LocalizedText(da: da, en: en))
    }

    private mutating func fault(_ path: JSONPath, _ message: LocalizedText) {
        faults.append(ImportFault(path: path.description, message: message))
    }

    /// Collected apart from faults: they are answered with 412 and not with 422.
    private mutating func conflict(_ path: JSONPath, _ da: String, _ en: String) {
        conflicts.append(ImportFault(path: path.description, message: LocalizedText(da: da, en: en)))
    }
}

extension PlanSection {
    /// What is wrong with a line's text, if anything.
    func fault(in field: String, _ text: String, at path: JSONPath) -> ImportFault? {
        guard let field = self.field(field) else {
            return ImportFault(
                path: path.description,
                message: .init(
                    da: "»\(title.da)« har ikke linjen »\(field.prefix(60))«.",
                    en: "“\(title.en)” has no line “\(field.prefix(60))”."))
        }
        let reason: FaultReason? =
            switch field.kind {
            case .date where !text.isEmpty && CalendarDate(text) == nil: .badDate(text)
            case .references:
                text.split(separator: " ").map(String.init).first { !Identifier.isValid($0) }
                    .map(FaultReason.badIdentifier)
            case .choice where !text.isEmpty && !field.choices.contains(where: { $0.id == text }):
                .notOneOf(field.choices.map(\.id), text)
            case .amount where !text.isEmpty && NumberWords.value(text) == nil: .notANumber(text)
            case .text, .longText, .date, .choice, .amount:
                text.utf8.count > InterchangeLimits.textBytes ? .tooLong(limit: InterchangeLimits.textBytes) : nil
            }
        return reason.map { ImportFault(path: path.description, message: $0.message) }
    }
}

extension GoalPlan {
    /// The edits that carry a rewrite out.
    /// - Parameters:
    ///   - seen: the revision of the plan that the writer read.
    ///   - makeID: gives ids that no item has.
    package func rewriting(
        _ rewrite: PlanRewrite, seen: Int, makeID: @escaping () -> String
    ) throws(PlanRewriteError) -> [PlanEdit] {
        var run = PlanRewriting(self, seen: seen, makeID: makeID)
        for (index, item) in (rewrite.items ?? []).enumerated() {
            run.rewrite(item, at: JSONPath.root["items"][index])
        }
        for (index, id) in (rewrite.removed ?? []).enumerated() {
            run.remove(id, at: JSONPath.root["removed"][index])
        }
        guard run.faults.isEmpty else { throw .faults(ImportFaults(faults: run.faults)) }
        guard run.conflicts.isEmpty else { throw .changedMeanwhile(ImportFaults(faults: run.conflicts)) }
        return run.edits
    }
}
