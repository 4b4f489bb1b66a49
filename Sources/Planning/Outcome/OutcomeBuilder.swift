/// Builds the outcome of one session from a week. The week must already hold what was edited in its models
/// (`Week.applying`), so that goals and trial actions read as people see them.
struct OutcomeBuilder {
    let session: Week.Session
    let words: FieldWords

    var week: Week { words.week }

    /// - Parameters:
    ///   - models: of the session, in its order.
    ///   - present: who joined live, beside the participants that an imported week lists.
    func outcome(models: [ModelState], present: [(party: Party, function: String)]) -> SessionOutcome {
        SessionOutcome(
            formatVersion: SessionOutcome.formatVersion, weekId: week.id, weekTitle: week.title,
            isExample: week.isExample, notice: week.notice, municipality: week.municipality.name, year: week.year,
            kle: week.municipality.kle, sessionId: session.id, title: session.title, date: session.date,
            startsAt: time(session.startsAt), endsAt: time(session.endsAt),
            citizenGroup: presentText(week.citizenGroup(session.citizenGroupId)?.name),
            facilitatorFunction: session.facilitatorFunction, attendance: attendance(present),
            models: models.map(model), parkedItems: session.parkedItems.enumerated().map(parkedItem),
            values: session.values.isEmpty ? nil : values)
    }

    /// In the municipality's order; one that it has no longer comes last, under its id.
    private var values: [SessionOutcome.Value] {
        let prompts = words.definitions.values
        let known = prompts.compactMap { prompt in session.values.first { $0.valueId == prompt.id } }
        let others = session.values.filter { said in !prompts.contains { $0.id == said.valueId } }
        return (known + others).map { said in
            let label = prompts.first { $0.id == said.valueId }?.label
            return .init(
                id: said.valueId, label: label ?? LocalizedText(da: said.valueId, en: said.valueId), text: said.text)
        }
    }

    /// As `HH:MM` in 24 hours, whichever way it was written: the document's composer words it.
    private func time(_ time: ClockTime?) -> String? {
        time?.words(.english)
    }

    /// - Parameter place: stands for an id where the item has none, so that a calendar still tells two items apart.
    private func parkedItem(_ place: Int, _ item: Week.ParkedItem) -> SessionOutcome.ParkedItem {
        .init(
            id: item.id ?? String(place), text: item.text, owner: item.ownerUnitId.map { week.name(of: .unit($0)) },
            due: item.due)
    }

    /// Parties and their functions in Danish order; a function that several had stands once.
    private func attendance(_ present: [(party: Party, function: String)]) -> [SessionOutcome.Attendance] {
        var functions: [Party: Set<String>] = [:]
        for participant in session.participants {
            let party = participant.unitId.map(Party.unit) ?? participant.externalId.map(Party.external)
            if let party { functions[party, default: []].insert(participant.function ?? "") }
        }
        for (party, function) in present { functions[party, default: []].insert(function.trimmed) }
        return functions.map { party, names in
            SessionOutcome.Attendance(
                party: words.participant(party), functions: DanishOrder.sorted(Array(names.filter { !$0.isBlank })))
        }.sorted { DanishOrder.areInIncreasingOrder(key($0.party), key($1.party)) }
    }

    /// Two parties may be called the same.
    private func key(_ party: GoalPlanDraft.Participant) -> String {
        party.name + " " + (party.unitId ?? party.externalId ?? "")
    }

    // MARK: Models

    /// With the fields still missing at its level, by label: the reader has no ids.
    private func model(_ state: ModelState) -> SessionOutcome.Model {
        let model = state.model
        let missing = model.missingFields(words.definitions).compactMap { words.definitions[$0]?.label }
        return .init(
            id: model.id, title: model.title, level: model.level, state: state.agreement,
            contentVersion: state.contentVersion, goals: model.goalIds.compactMap(words.contributedGoal),
            answers: words.definitions.fields.compactMap { answer($0, in: model) }, missing: missing,
            confirmations: state.confirmations.map { words.confirmation($0, of: state) }, dates: dates(of: model))
    }

    /// Nil for a field that the level hides and nobody has written in.
    private func answer(_ field: FieldDefinition, in model: CollaborationModel) -> SessionOutcome.Answer? {
        let isHidden = field.requirement(at: model.level) == .hidden
        let value = model.values[field.id]
        var rows: [[GoalPlanDraft.OtherCell]] = []
        if case .rows(let all, _)? = value { rows = all.map { words.cells($0, of: field) }.filter { !$0.isEmpty } }
        let text = value.flatMap(words.text)
        if isHidden, text == nil, rows.isEmpty { return nil }
        let section = words.definitions.sections.first { $0.id == field.section }
        return .init(
            fieldId: field.id, section: section?.label ?? .init(da: "", en: ""), label: field.label,
            question: field.question, isHiddenAtLevel: isHidden, text: text, rows: rows)
    }

    // MARK: Dates

    /// Of fields that the level shows, by date and then in the form's order.
    private func dates(of model: CollaborationModel) -> [SessionOutcome.NamedDate] {
        let all = words.definitions.visible(at: model.level).flatMap { field -> [SessionOutcome.NamedDate] in
            switch model.values[field.id] {
            case .textWithDate(let text, let date?)?: [.init(id: field.id, date: date, label: field.label, text: text)]
            case .rows(let rows, _)?: rows.flatMap { dates(of: $0, in: field) }
            case .textWithDate(_, nil)?, .text?, .dateRange?, .reference?, .references?, .unitFunction?, nil: []
            }
        }
        return all.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }

    /// A row may name several days; each has an identity of its own that survives a change of the words.
    private func dates(of row: Row, in field: FieldDefinition) -> [SessionOutcome.NamedDate] {
        let columns = field.columns.filter { $0.kind == .date }
        let text = field.columns.lazy.compactMap { row.text($0.id) }.first ?? ""
        return columns.compactMap { column in
            guard let date = row.date(column.id) else { return nil }
            let label = columns.count == 1 ? field.label : both(field.label, column.label)
            return .init(id: "\(field.id)~\(row.id)~\(column.id)", date: date, label: label, text: text)
        }
    }

    /// "Evaluering, dato": the field alone would not say which of its dates it is.
    private func both(_ field: LocalizedText, _ column: LocalizedText) -> LocalizedText {
        LocalizedText(
            da: "\(field.da), \(column.da.insideSentence())", en: "\(field.en), \(column.en.insideSentence())")
    }
}
