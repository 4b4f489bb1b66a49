extension PlanSourceItems {
    mutating func add(_ agreement: GoalPlanDraft.Collaboration) {
        let own = agreement.expectations.filter(\.isOwn)
        let others = agreement.expectations.filter { !$0.isOwn }
        let parties = agreement.parties.map(\.name).joined(separator: ", ")
        let confirmed = Self.lines(agreement.confirmations.map(Self.sentence))
        add(
            "collaboration:\(agreement.modelId)", .collaborations, models: [agreement.modelId],
            [
                "title": agreement.title, "level": agreement.level.name.da,
                "parties": parties,
                "goals": Self.references(agreement.goals.map(\.id)), "task": agreement.task,
                "whyCross": agreement.whyCross, "give": Self.lines(own.map(\.give)),
                "need": Self.lines(own.map(\.need)), "limit": Self.lines(own.map(\.limit)),
                "others": Self.lines(others.map(Self.sentence)), "goal": agreement.goal,
                "goalDate": agreement.goalDate?.iso, "coordinator": agreement.coordinator?.text,
                "start": agreement.start?.iso, "end": agreement.end?.iso, "escalation": agreement.escalation,
                "decisionRights": agreement.decisionRights, "anchoring": agreement.anchoring,
                "dataSharing": agreement.dataSharing,
                "confirmed": confirmed,
            ])
        for field in agreement.other { add(field, of: agreement) }
    }

    private mutating func add(_ field: GoalPlanDraft.OtherField, of agreement: GoalPlanDraft.Collaboration) {
        let rows = field.rows.map { row in
            row.map { "\($0.label.da): \($0.text.da)" }.joined(separator: "; ")
        }
        add(
            "other:\(agreement.modelId)~\(field.fieldId)", .other, models: [agreement.modelId],
            [
                "title": field.label.da + (field.isHiddenAtLevel ? " (vises ikke på aftalens niveau)" : ""),
                "text": Self.lines([field.text?.da] + rows), "agreement": agreement.title,
            ])
    }

    private static func lines(_ texts: [String?]) -> String {
        texts.compactMap(\.self).joined(separator: "\n")
    }

    private static func sentence(_ expectation: GoalPlanDraft.Expectation) -> String? {
        let parts = [
            expectation.need.map { "har brug for: \($0)" }, expectation.give.map { "man kan regne med: \($0)" },
            expectation.limit.map { "grænse: \($0)" },
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return [expectation.unitName, parts.joined(separator: "; ")].compactMap(\.self).joined(separator: " – ")
    }

    /// A confirmation as it stands in a plan: whose, when, what they gave and need, and whether it still holds.
    private static func sentence(_ confirmation: GoalPlanDraft.Confirmation) -> String {
        let who = [confirmation.function, confirmation.party.name].filter { !$0.isEmpty }.joined(separator: ", ")
        let words = [
            confirmation.state == .beforeChange ? "før ændring" : nil, confirmation.give.map { "giver: \($0)" },
            confirmation.need.map { "har brug for: \($0)" },
        ].compactMap(\.self)
        let rest = words.isEmpty ? "" : "; " + words.joined(separator: "; ")
        return "\(who) (\(confirmation.on.words(.danish))\(rest))"
    }
}
