import Planning

extension MarkdownRenderer {
    func collaborations(_ draft: GoalPlanDraft) -> String {
        let none = words("*Enheden er ikke part i nogen aftale.*", "*The unit is party to no agreement.*")
        return blocks(
            ["## 3. \(words("Aftaler om tværfagligt samarbejde", "Agreements on collaboration across units"))"]
                + (draft.collaborations.isEmpty ? [none] : draft.collaborations.map { collaboration($0, draft) }))
    }

    private func collaboration(_ agreement: GoalPlanDraft.Collaboration, _ draft: GoalPlanDraft) -> String {
        let parties = agreement.parties.map(\.name).joined(separator: ", ")
        let goals = agreement.goals.map { "\($0.label) (\($0.unitName))" }.joined(separator: "; ")
        let goal = agreement.goal.map { goal in
            text(goal) + (agreement.goalDate.map { " (\(words.date($0)))" } ?? "")
        }
        let lines = [
            labelled("Med", "With", parties.isEmpty ? words.missing : text(parties)),
            labelled("Bidrager til", "Contributes to", goals.isEmpty ? words.missing : text(goals)),
            labelled("Opgaven", "The task", agreement.task.map(text)),
            labelled("Derfor på tværs", "Why across units", agreement.whyCross.map(text)),
            expectation(agreement, draft),
            labelled("Mål for samarbejdet", "Goal for the collaboration", goal), coordination(agreement),
            labelled("Når vi er uenige", "When we disagree", agreement.escalation.map(text)),
            labelled("Beslutningskompetence", "Decision rights", agreement.decisionRights.map(text)),
            labelled("Afslutning og forankring", "Ending and anchoring", agreement.anchoring.map(text)),
            labelled("Personoplysninger", "Personal data", agreement.dataSharing.map(text)),
            labelled("Bekræftet af", "Confirmed by", confirmations(agreement)),
        ]
        let title = presentText(agreement.title).map(Markdown.heading) ?? words("Uden navn", "Without a name")
        return "### \(title) – \(words.level(agreement.level))\n\n" + bullets(lines.compactMap(\.self))
    }

    /// What the unit itself gives, needs and cannot do; the others' expectations are told under "other".
    private func expectation(_ agreement: GoalPlanDraft.Collaboration, _ draft: GoalPlanDraft) -> String? {
        let own = agreement.expectations.filter(\.isOwn).flatMap { expectation in
            [
                labelled(
                    "De andre kan regne med", "The others can count on", expectation.give.map { text($0).asSentence }),
                labelled("Vi har brug for", "We need", expectation.need.map { inSentence($0, draft).asSentence }),
                labelled("Vores grænse", "Our limit", expectation.limit.map { inSentence($0, draft).asSentence }),
            ].compactMap(\.self)
        }
        return own.isEmpty ? nil : own.joined(separator: " ")
    }

    private func coordination(_ agreement: GoalPlanDraft.Collaboration) -> String? {
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
    func others(_ draft: GoalPlanDraft) -> String {
        let agreements = draft.collaborations.filter { !$0.other.isEmpty }
        guard !agreements.isEmpty else { return "" }
        return blocks(
            ["## 9. \(words("Øvrigt fra aftalerne", "Also in the agreements"))"]
                + agreements.map { agreement in
                    let title =
                        presentText(agreement.title).map(Markdown.heading) ?? words("Uden navn", "Without a name")
                    return "### \(title)\n\n" + bullets(agreement.other.map { other($0, agreement) })
                })
    }

    private func other(_ field: GoalPlanDraft.OtherField, _ agreement: GoalPlanDraft.Collaboration) -> String {
        let hidden = words(
            " (vises ikke på \(words.level(agreement.level)))", " (not shown at \(words.level(agreement.level)))")
        let head = "**\(text(field.label.in(language)))\(field.isHiddenAtLevel ? hidden : ""):**"
        let rows = field.rows.map { row in
            "\n  - "
                + row.map { "\(text($0.label.in(language))): \(text($0.text.in(language)))" }.joined(separator: "; ")
        }
        return head + (field.text.map { " " + text($0.in(language)) } ?? "") + rows.joined()
    }
}
