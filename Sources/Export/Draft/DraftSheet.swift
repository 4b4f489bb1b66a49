package import Planning

/// A goal-plan draft as rows, one for each thing in it: to sort, to filter, to put several units below each other.
package struct DraftSheet {
    /// The cells of a row after those that say whose it is.
    private struct Row {
        let part: String
        var number = ""
        var goal = ""
        var text = ""
        var from: CalendarDate?
        var until: CalendarDate?
        var who = ""
        var before = ""
        var expected = ""
        var source = ""
        var agreement = ""
        var remark = ""
    }

    private let draft: GoalPlanDraft
    private let words: ExportWords

    /// Columns are the same for every part, and empty where one has nothing to say: sheets of several units go below
    /// each other.
    package static func make(_ draft: GoalPlanDraft, language: Language = .danish) -> Spreadsheet {
        let sheet = DraftSheet(draft: draft, words: ExportWords(language: language))
        return Spreadsheet(head: sheet.head, rows: sheet.rows.map(sheet.cells))
    }

    private var head: [String] {
        [
            words("Enhed", "Unit"), words("År", "Year"), words("Version", "Version"), words("Del", "Part"),
            words("Nr.", "No."), words("Mål", "Goal"), words("Tekst", "Text"), words("Fra", "From"),
            words("Til eller frist", "To or deadline"), words("Hvem", "Who"),
            words("Udgangspunkt", "Starting point"), words("Forventning", "Expectation"),
            words("Kilde eller dokumentation", "Source or documentation"), words("Aftale", "Agreement"),
            words("Bemærkning", "Remark"),
        ]
    }

    /// In the order of the head.
    private func cells(_ row: Row) -> [String] {
        [
            draft.unit.name, draft.year.map(String.init) ?? "", String(draft.version), row.part, row.number, row.goal,
            row.text, row.from?.iso ?? "", row.until?.iso ?? "", row.who, row.before, row.expected, row.source,
            row.agreement, row.remark,
        ]
    }

    /// In the order of the document, so that the two can be read beside each other.
    private var rows: [Row] {
        let contributions = draft.contributions
        let parts: [[Row]] = [
            draft.objectives.map(objective), draft.contributedObjectives.map(objective),
            draft.goals.flatMap(goal), contributions.trialActions.map { action($0, goal: nil) },
            contributions.signs.map(sign), contributions.milestones.map(milestone),
            draft.collaborations.flatMap(agreement), draft.tasks.map(task), draft.resources.map(resource),
            draft.timeline.map(timeline), draft.parkedItems.map(parked), draft.gaps.map(gap),
        ]
        return parts.flatMap(\.self)
    }

    // MARK: Goals

    /// Mandatory and selected stand in the remark: a sheet is filtered by it.
    private func objective(_ objective: GoalPlanDraft.Objective) -> Row {
        Row(
            part: words("Målsætning", "Objective"), text: objective.text, source: objective.sourceTitle ?? "",
            remark: objective.isMandatory
                ? words("skal der arbejdes med i det følgende år", "must be worked on the following year")
                : objective.selectedBy ?? "")
    }

    /// A goal's row, then a row for each thing that belongs to it, with the goal's label in the same column.
    private func goal(_ goal: GoalPlanDraft.Goal) -> [Row] {
        let kind = [
            goal.isMeasurable ? words("målbart", "measurable") : nil,
            goal.isNoticeable ? words("mærkbart", "noticeable") : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let own = Row(
            part: words("Mål", "Goal"), number: goal.label, goal: goal.label, text: goal.text, until: goal.deadline,
            who: goal.citizenGroup?.text ?? "", before: goal.currentSituation ?? "",
            expected: goal.desiredSituation ?? "", source: goal.objectives.map(\.text).joined(separator: " / "),
            remark: kind)
        var rows = [own]
        if let measured = goal.baseline { rows.append(baseline(measured, of: goal)) }
        rows += (goal.levelDecisions ?? []).map { decision in
            Row(
                part: words("Alene eller på tværs", "Alone or across units"), goal: goal.label,
                text: decision.label.in(words.language), source: decision.sessionTitle, remark: decision.reason ?? "")
        }
        rows += goal.trialActions.map { action($0, goal: goal.label) }
        rows += goal.signs.map(sign)
        rows += goal.milestones.map(milestone)
        return rows
    }

    private func baseline(_ baseline: Week.Baseline, of goal: GoalPlanDraft.Goal) -> Row {
        Row(
            part: words("Nulpunktsmåling", "Baseline"), goal: goal.label,
            text: baseline.value ?? (baseline.needed ? words.missing : ""), from: baseline.measuredOn,
            source: baseline.source ?? "")
    }

    /// - Parameter goal: the label of the goal it is listed under; nil among contributions.
    private func action(_ action: GoalPlanDraft.TrialAction, goal: String?) -> Row {
        let more: [(String, String?)] = [
            (words("Omfang", "Scale"), action.scale), (words("Vi spørger", "We ask"), action.question),
            (words("Forberedt", "Prepared"), action.preparation),
            (words("Status", "Status"), action.status?.in(words.language)),
            (words("Evaluering", "Evaluation"), action.evaluation),
            (words("Beslutning", "Decision"), action.decision?.in(words.language)),
        ]
        return Row(
            part: words("Prøvehandling", "Trial action"), goal: goal ?? action.goalLabels.joined(separator: ", "),
            text: action.title, from: action.start, until: action.end,
            who: action.partners.map(\.name).joined(separator: ", "), expected: action.hypothesis ?? "",
            remark: told(more))
    }

    private func sign(_ sign: GoalPlanDraft.Sign) -> Row {
        Row(
            part: words("Tegn", "Sign"), number: sign.label, goal: sign.goalLabel ?? "", text: sign.text,
            who: sign.collectedBy?.text ?? "", before: sign.baseline ?? words.missing, expected: sign.target ?? "",
            source: sign.dataSource ?? "",
            remark: [sign.kind?.in(words.language), sign.frequency].compactMap(\.self).joined(separator: "; "))
    }

    private func milestone(_ milestone: GoalPlanDraft.Milestone) -> Row {
        Row(
            part: words("Milepæl", "Milestone"), goal: milestone.goalLabel ?? "", text: milestone.text,
            until: milestone.due, who: milestone.responsible?.text ?? "", source: milestone.evidence ?? "")
    }

    // MARK: Agreements

    /// A row for the agreement itself, one for each thing said in it, one for each confirmation.
    private func agreement(_ agreement: GoalPlanDraft.Collaboration) -> [Row] {
        let part = words("Aftale", "Agreement")
        let goals = agreement.goals.map(\.label).joined(separator: ", ")
        let own = Row(
            part: part, goal: goals, text: agreement.task ?? "", from: agreement.start, until: agreement.end,
            who: agreement.coordinator?.text ?? "", expected: agreement.goal ?? "", agreement: agreement.title,
            remark: words.level(agreement.level))
        var more: [(String, String?)] = [
            (words("Med", "With"), agreement.parties.map(\.name).joined(separator: ", ")),
            (words("Derfor på tværs", "Why across units"), agreement.whyCross),
            (words("Når vi er uenige", "When we disagree"), agreement.escalation),
            (words("Beslutningskompetence", "Decision rights"), agreement.decisionRights),
            (words("Afslutning og forankring", "Ending and anchoring"), agreement.anchoring),
            (words("Personoplysninger", "Personal data"), agreement.dataSharing),
        ]
        more += agreement.expectations.filter(\.isOwn).flatMap(expectation)
        more += agreement.other.flatMap(other)
        var rows = [own]
        for (label, text) in more {
            guard let text = presentText(text) else { continue }
            rows.append(Row(part: "\(part): \(label)", goal: goals, text: text, agreement: agreement.title))
        }
        rows += agreement.confirmations.map { confirmation($0, of: agreement) }
        return rows
    }

    private func expectation(_ expectation: GoalPlanDraft.Expectation) -> [(String, String?)] {
        [
            (words("De andre kan regne med", "The others can count on"), expectation.give),
            (words("Vi har brug for", "We need"), expectation.need),
            (words("Vores grænse", "Our limit"), expectation.limit),
        ]
    }

    private func other(_ field: GoalPlanDraft.OtherField) -> [(String, String?)] {
        let label = field.label.in(words.language)
        var told: [(String, String?)] = [(label, field.text?.in(words.language))]
        for row in field.rows {
            told.append((label, self.told(row.map { ($0.label.in(words.language), $0.text.in(words.language)) })))
        }
        return told
    }

    private func confirmation(
        _ confirmation: GoalPlanDraft.Confirmation, of agreement: GoalPlanDraft.Collaboration
    ) -> Row {
        let old = confirmation.state == .beforeChange ? words("bekræftet før ændring", "confirmed before a change") : ""
        return Row(
            part: words("Bekræftelse", "Confirmation"), text: old, from: confirmation.on,
            who: [presentText(confirmation.function), confirmation.party.name].compactMap(\.self).joined(
                separator: ", "),
            agreement: agreement.title,
            remark: told([
                (words("giver", "gives"), confirmation.give), (words("har brug for", "needs"), confirmation.need),
            ]))
    }

    /// "Label: text; label: text", without what is blank.
    private func told(_ pairs: [(String, String?)]) -> String {
        pairs.compactMap { label, text in presentText(text).map { "\(label): \($0)" } }.joined(separator: "; ")
    }

    // MARK: Lists

    private func task(_ task: GoalPlanDraft.Task) -> Row {
        Row(
            part: words("Opgave", "Task"), text: task.activity, who: task.function ?? words.missing,
            agreement: task.modelTitle, remark: task.roleLabel.in(words.language))
    }

    private func resource(_ resource: GoalPlanDraft.Resource) -> Row {
        Row(
            part: words("Ressource", "Resource"), text: resource.what, agreement: resource.modelTitle,
            remark: resource.amount ?? "")
    }

    /// Only what has a day; the same things stand without it above.
    private func timeline(_ entry: GoalPlanDraft.TimelineEntry) -> Row {
        Row(
            part: words("Tidslinje", "Timeline"), text: entry.text.in(words.language), from: entry.date,
            agreement: entry.modelTitle ?? "", remark: entry.kind.label.in(words.language))
    }

    private func parked(_ item: GoalPlanDraft.ParkedItem) -> Row {
        Row(part: words("Parkeret", "Parked"), text: item.text, until: item.due, source: item.sessionTitle)
    }

    /// The remedy stands beside the gap, so that a list of gaps is a list of tasks.
    private func gap(_ gap: Gap) -> Row {
        Row(
            part: words("Mangler", "Missing"), text: gap.sentence.in(words.language),
            remark: gap.remedy.in(words.language))
    }
}
