import Planning

extension DraftComposer {
    @BlockBuilder var collaborations: [Block] {
        Block.heading(
            2, Line("3. " + words("Aftaler om tværfagligt samarbejde", "Agreements on collaboration across units")))
        if draft.collaborations.isEmpty {
            Block.paragraph(
                Line.emphasis(words("Enheden er ikke part i nogen aftale.", "The unit is party to no agreement.")))
        }
        draft.collaborations.flatMap(collaboration)
    }

    private func collaboration(_ agreement: GoalPlanDraft.Collaboration) -> [Block] {
        let parties = agreement.parties.map(\.name).joined(separator: ", ")
        let goals = agreement.goals.map { "\($0.label) (\($0.unitName))" }.joined(separator: "; ")
        let goal = agreement.goal.map { goal in
            text(goal) + (agreement.goalDate.map { " (\(words.date($0)))" } ?? "")
        }
        let lines: [Line?] = [
            labelled("Med", "With", parties.isEmpty ? words.missing : parties),
            labelled("Bidrager til", "Contributes to", goals.isEmpty ? words.missing : goals),
            labelled("Opgaven", "The task", agreement.task),
            labelled("Derfor på tværs", "Why across units", agreement.whyCross),
            expectation(agreement), labelled("Mål for samarbejdet", "Goal for the collaboration", goal),
            coordination(agreement), labelled("Når vi er uenige", "When we disagree", agreement.escalation),
            labelled("Beslutningskompetence", "Decision rights", agreement.decisionRights),
            labelled("Afslutning og forankring", "Ending and anchoring", agreement.anchoring),
            labelled("Personoplysninger", "Personal data", agreement.dataSharing),
            labelled("Bekræftet af", "Confirmed by", confirmations(agreement)),
        ]
        return [
            .heading(3, Line("\(title(of: agreement)) – \(words.level(agreement.level))")),
            .bullets(lines.compactMap(\.self).map { .init($0) }),
        ]
    }

    private func title(of agreement: GoalPlanDraft.Collaboration) -> String {
        presentText(agreement.title).map(text) ?? words.untitled
    }

    /// What the unit itself gives, needs and cannot do; the others' expectations are told under "other".
    private func expectation(_ agreement: GoalPlanDraft.Collaboration) -> Line? {
        let own = agreement.expectations.filter(\.isOwn).flatMap { expectation in
            [
                labelled(
                    "De andre kan regne med", "The others can count on", expectation.give.map { text($0).asSentence }),
                labelled("Vi har brug for", "We need", expectation.need.map { inSentence($0).asSentence }),
                labelled("Vores grænse", "Our limit", expectation.limit.map { inSentence($0).asSentence }),
            ].compactMap(\.self)
        }
        return own.isEmpty ? nil : own.joined(separator: " ")
    }

    private func coordination(_ agreement: GoalPlanDraft.Collaboration) -> Line? {
        let coordinator = agreement.coordinator.map { text($0.text) } ?? words.missing
        return [
            labelled("Tovholder", "Coordinator", coordinator.asSentence),
            labelled("Periode", "Period", words.period(agreement.start, agreement.end)),
        ].compactMap(\.self).joined(separator: " ")
    }

    private func confirmations(_ agreement: GoalPlanDraft.Collaboration) -> String {
        guard !agreement.confirmations.isEmpty else { return words("ingen endnu", "nobody yet") }
        return agreement.confirmations.map { confirmation in
            let who = [presentText(confirmation.function), confirmation.party.name].compactMap(\.self)
            let promise = [
                confirmation.give.map { words("giver: ", "gives: ") + text($0) },
                confirmation.need.map { words("har brug for: ", "needs: ") + text($0) },
            ].compactMap(\.self)
            let old =
                confirmation.state == .beforeChange ? [words("bekræftet før ændring", "confirmed before a change")] : []
            return text(who.joined(separator: ", "))
                + " (\(([words.date(confirmation.on)] + old + promise).joined(separator: "; ")))"
        }.joined(separator: "; ")
    }

    /// Everything people wrote in the agreements that the plan's own lines don't tell.
    @BlockBuilder var others: [Block] {
        let agreements = draft.collaborations.filter { !$0.other.isEmpty }
        if !agreements.isEmpty {
            Block.heading(2, Line("9. " + words("Øvrigt fra aftalerne", "Also in the agreements")))
            for agreement in agreements {
                Block.heading(3, Line(title(of: agreement)))
                Block.bullets(agreement.other.map { other($0, level: agreement.level) })
            }
        }
    }

    private func other(_ field: GoalPlanDraft.OtherField, level: Level) -> Block.Item {
        let hidden =
            field.isHiddenAtLevel
            ? words(" (vises ikke på \(words.level(level)))", " (not shown at \(words.level(level)))") : ""
        let head = Line.strong("\(text(field.label.in(language)))\(hidden):")
        let rows = field.rows.map { row in
            Line(
                row.map { "\(text($0.label.in(language))): \(text($0.text.in(language)))" }.joined(separator: "; "))
        }
        return .init(head + (field.text.map { " " + text($0.in(language)) } ?? ""), details: rows)
    }
}
