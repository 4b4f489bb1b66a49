/// What is the same in all agreements of a municipality, made in one go for every unit (»Dialogbaseret aftalestyring«:
/// 112 holders, and corporate goals that the directorate chooses each year for the whole organisation).
package struct BulkAgreement: Sendable, Hashable, Codable {
    /// The governance system that every plan then follows.
    package let profile: Profile
    /// The agreement's period, a line of every plan.
    package var start: CalendarDate?
    package var end: CalendarDate?
    /// Common first words; a leader's own stay where they are.
    package var introduction: String?
    /// nil leaves those that are there; an empty list likewise.
    package var corporateGoals: [CorporateGoal]?
    package var rules: [Rule]?
    /// By unit; others get `unitLeader`.
    package var holders: [String: String]?
    /// Which units; all of the week's where it doesn't say.
    package var unitIds: [String]?

    /// A goal that the directorate sets for every unit.
    package struct CorporateGoal: Sendable, Hashable, Codable {
        /// The municipality's own, so that the same goal made again is the same item.
        package let id: String
        package let text: String
        package var deadline: CalendarDate?

        package init(id: String, text: String, deadline: CalendarDate? = nil) {
            self.id = id
            self.text = text
            self.deadline = deadline
        }
    }

    /// An administrative rule that every agreement has.
    package struct Rule: Sendable, Hashable, Codable {
        package let id: String
        package let title: String
        package var text: String?

        package init(id: String, title: String, text: String? = nil) {
            self.id = id
            self.title = title
            self.text = text
        }
    }

    package init(
        profile: Profile, start: CalendarDate? = nil, end: CalendarDate? = nil, introduction: String? = nil,
        corporateGoals: [CorporateGoal]? = nil, rules: [Rule]? = nil, holders: [String: String]? = nil,
        unitIds: [String]? = nil
    ) {
        self.profile = profile
        self.start = start
        self.end = end
        self.introduction = introduction
        self.corporateGoals = corporateGoals
        self.rules = rules
        self.holders = holders
        self.unitIds = unitIds
    }
}

extension GoalPlan {
    /// The edits that lay the common parts into a unit's plan. What the plan says in the same lines is written over
    /// only where it came from here; what a leader wrote stays. Doing it twice changes nothing.
    package func layingIn(_ bulk: BulkAgreement, unitName: String) -> [PlanEdit] {
        let holder = bulk.profile == .aftale ? bulk.holders?[unitId] ?? "unitLeader" : nil
        var edits = laying(
            "common:agreement", .agreement, 0,
            [
                "title": unitName, "holder": holder, "start": bulk.start?.iso, "end": bulk.end?.iso,
                "introduction": bulk.introduction,
            ])
        for (index, goal) in (bulk.corporateGoals ?? []).enumerated() {
            edits += laying(
                "common:goal-\(goal.id)", .goals, 1_000 + index,
                [
                    "text": goal.text, "deadline": goal.deadline?.iso, "agreementType": "corporate",
                    "dialogueType": "administrative", "formulatedBy": "direktionen",
                ])
        }
        for (index, rule) in (bulk.rules ?? []).enumerated() {
            edits += laying("common:rule-\(rule.id)", .rules, index, ["title": rule.title, "text": rule.text])
        }
        return edits
    }

    /// One item: made, or changed in the lines that still say what was laid in before; a leader's lines are left alone.
    private func laying(
        _ id: String, _ section: PlanSection.ID, _ position: Int, _ lines: [String: String?]
    ) -> [PlanEdit] {
        let old = items[id]
        // A leader who took it out is not given it again.
        guard old?.head.isRefused != true else { return [] }
        let head: [PlanEdit] =
            old == nil ? [.head(id, from: nil, to: .init(section: section, position: position, sourceId: id))] : []
        let values = lines.sorted { $0.key < $1.key }.compactMap { field, text -> PlanEdit? in
            guard let text = presentText(text) else { return nil }
            let value = old?.values[field]
            if value?.text == text || (value != nil && value?.source != value?.text) { return nil }
            return .value(id, field, from: value, to: PlanValue(text, origin: PlanOrigin(.common), source: text))
        }
        return head + values
    }
}

extension BulkAgreement {
    /// What is wrong with it, with a place each.
    package var faults: [ImportFault] {
        let holders = PlanSection.agreement.field("holder")?.choices.map(\.id) ?? []
        let ids = (corporateGoals ?? []).map(\.id) + (rules ?? []).map(\.id)
        let badIds = ids.filter { !Identifier.isValid("common:goal-" + $0) }.map(FaultReason.badIdentifier)
        let badHolders = (self.holders ?? [:]).values.filter { !holders.contains($0) }.sorted()
            .map { FaultReason.notOneOf(holders, $0) }
        let order: [FaultReason] =
            start.flatMap { start in
                end.map { end in end < start ? [.endsBeforeItStarts(start: start.iso, end: end.iso)] : [] }
            }
            ?? []
        let texts =
            (corporateGoals ?? []).map(\.text) + (rules ?? []).flatMap { [$0.title, $0.text ?? ""] } + [
                introduction ?? ""
            ]
        let long = texts.contains { $0.utf8.count > InterchangeLimits.textBytes }
        let many = ids.count > 200
        return
            (badIds.map { ("$.corporateGoals", $0) } + badHolders.map { ("$.holders", $0) }
            + order.map { ("$.end", $0) }
            + (long ? [("$", FaultReason.tooLong(limit: InterchangeLimits.textBytes))] : [])
            + (many ? [("$", FaultReason.tooMany(limit: 200))] : []))
            .map { ImportFault(path: $0.0, message: $0.1.message) }
    }
}
