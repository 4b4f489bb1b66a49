import Planning

extension DraftComposer {
    private var nothing: Block {
        .paragraph(Line.emphasis(words("Ingen.", "None.")))
    }

    @BlockBuilder var tasks: [Block] {
        let rows = draft.tasks.map { task in
            [task.activity, task.function ?? words.missing, task.roleLabel.in(language), task.modelTitle]
        }
        let head = [
            words("Opgave", "Activity"), words("Funktion", "Function"), words("Rolle", "Role"),
            words("Aftale", "Agreement"),
        ]
        let unit = text(draft.unit.name)
        Block.heading(2, Line("4. " + words("Opgaver og ansvar på \(unit)", "Tasks and responsibilities at \(unit)")))
        if rows.isEmpty { nothing }
        table(head, rows, widths: [4, 3, 3, 3])
    }

    @BlockBuilder var timeline: [Block] {
        let rows = draft.timeline.map { entry in
            [
                words.date(entry.date), entry.kind.label.in(language),
                (entry.modelTitle.map { $0 + ": " } ?? "") + entry.text.in(language),
            ]
        }
        let head = [words("Dato", "Date"), words("Hvad", "What"), words("Indhold", "Content")]
        Block.heading(2, Line("5. " + words("Tidslinje", "Timeline")))
        if rows.isEmpty { nothing }
        table(head, rows, widths: [2, 2, 5])
    }

    @BlockBuilder var resources: [Block] {
        let lines = draft.resources.map { resource in
            Line(
                text([resource.what, resource.amount].compactMap(presentText).joined(separator: ": "))
                    + " (\(text(resource.modelTitle)))")
        }
        Block.heading(2, Line("6. " + words("Ressourcer", "Resources")))
        if lines.isEmpty { nothing }
        bullets(lines.map { .init($0) })
    }

    @BlockBuilder var parked: [Block] {
        let items = draft.parkedItems.map { item in
            let details = [item.due.map(words.date), text(item.sessionTitle)].compactMap(\.self)
            return Block.Item(Line(text(item.text) + " (\(details.joined(separator: "; ")))"))
        }
        if !items.isEmpty { Block.heading(3, Line(words("Parkeret til os", "Parked for us"))) }
        bullets(items)
    }

    @BlockBuilder var gaps: [Block] {
        let review = words(
            "Leder har gennemgået udkastet og taget stilling til hver linje (behold, ret, fravælg).",
            "The leader has gone through the draft and taken a stand on every line (keep, change, leave out).")
        let title = words(
            "Skal på plads, før målplanen kan færdiggøres", "To be settled before the goal plan can be finished")
        Block.heading(2, Line("7. " + title))
        Block.checklist((draft.gaps.map { text($0.sentence.in(language)) } + [review]).map { Line($0) })
    }

    @BlockBuilder var approval: [Block] {
        let rows = draft.approval.map { approval in
            [approval.function ?? "", approval.on.map(words.date) ?? "", approval.remark ?? ""]
        }
        let head = [words("Funktion", "Function"), words("Dato", "Date"), words("Bemærkning", "Remark")]
        Block.heading(2, Line("8. " + words("Godkendelse", "Approval")))
        table(head, rows, widths: [3, 2, 4])
    }

    var footer: [Block] {
        let origins = draft.origins.map { "\(text($0.modelId)) (\(words.level($0.level)))" }
        let from = origins.isEmpty ? words("ingen aftaler", "no agreements") : origins.joined(separator: ", ")
        let functions = words("Udkastet indeholder funktioner, ikke navne.", "The draft holds functions, not names.")
        let example = draft.isExample ? words(" Eksempel.", " Example.") : ""
        return [.origin(Line("\(words("Dannet af", "Made from")): \(from). \(functions)\(example)"))]
    }
}
