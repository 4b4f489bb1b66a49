import Planning

extension MarkdownRenderer {
    private var nothing: String {
        words("*Ingen.*", "*None.*")
    }

    func tasks(_ draft: GoalPlanDraft) -> String {
        let rows = draft.tasks.map { task in
            [
                text(task.activity), task.function.map(text) ?? words.missing, text(task.roleLabel.in(language)),
                text(task.modelTitle),
            ]
        }
        let head = [
            words("Opgave", "Activity"), words("Funktion", "Function"), words("Rolle", "Role"),
            words("Aftale", "Agreement"),
        ]
        let unit = text(draft.unit.name)
        return blocks([
            "## 4. \(words("Opgaver og ansvar på \(unit)", "Tasks and responsibilities at \(unit)"))",
            rows.isEmpty ? nothing : table(head, rows),
        ])
    }

    func timeline(_ draft: GoalPlanDraft) -> String {
        let rows = draft.timeline.map { entry in
            [
                words.date(entry.date), entry.kind.label.in(language),
                text((entry.modelTitle.map { $0 + ": " } ?? "") + entry.text.in(language)),
            ]
        }
        return blocks([
            "## 5. \(words("Tidslinje", "Timeline"))",
            rows.isEmpty ? nothing : table([words("Dato", "Date"), words("Hvad", "What"), ""], rows),
        ])
    }

    func resources(_ draft: GoalPlanDraft) -> String {
        let lines = draft.resources.map { resource in
            Markdown.leading(([resource.what, resource.amount].compactMap(presentText)).joined(separator: ": "))
                + " (\(text(resource.modelTitle)))"
        }
        return blocks(["## 6. \(words("Ressourcer", "Resources"))", lines.isEmpty ? nothing : bullets(lines)])
    }

    func parked(_ draft: GoalPlanDraft) -> String {
        guard !draft.parkedItems.isEmpty else { return "" }
        return blocks([
            "### \(words("Parkeret til os", "Parked for us"))",
            bullets(
                draft.parkedItems.map { item in
                    let details = [item.due.map(words.date), text(item.sessionTitle)].compactMap(\.self)
                    return Markdown.leading(item.text) + " (\(details.joined(separator: "; ")))"
                }),
        ])
    }

    func gaps(_ draft: GoalPlanDraft) -> String {
        let review = words(
            "Leder har gennemgået udkastet og taget stilling til hver linje (behold, ret, fravælg).",
            "The leader has gone through the draft and taken a stand on every line (keep, change, leave out).")
        let title = words(
            "Skal på plads, før målplanen kan færdiggøres", "To be settled before the goal plan can be finished")
        let lines = (draft.gaps.map { text($0.sentence.in(language)) } + [review]).map { "- [ ] " + $0 }
        return "## 7. \(title)\n\n" + lines.joined(separator: "\n")
    }

    func approval(_ draft: GoalPlanDraft) -> String {
        let rows = draft.approval.map { approval in
            [approval.function.map(text) ?? "", approval.on.map(words.date) ?? "", approval.remark.map(text) ?? ""]
        }
        return "## 8. \(words("Godkendelse", "Approval"))\n\n"
            + table([words("Funktion", "Function"), words("Dato", "Date"), words("Bemærkning", "Remark")], rows)
    }

    func footer(_ draft: GoalPlanDraft) -> String {
        let origins = draft.origins.map { "\(text($0.modelId)) (\(words.level($0.level)))" }
        let from = origins.isEmpty ? words("ingen aftaler", "no agreements") : origins.joined(separator: ", ")
        let functions = words("Udkastet indeholder funktioner, ikke navne.", "The draft holds functions, not names.")
        let example = draft.isExample ? words(" Eksempel.", " Example.") : ""
        return "---\n*\(words("Dannet af", "Made from")): \(from). \(functions)\(example)*"
    }
}
