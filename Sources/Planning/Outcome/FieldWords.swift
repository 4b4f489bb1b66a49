/// What fields and cells of a model hold, in words: ids become the names of what they refer to.
struct FieldWords {
    let week: Week
    let definitions: FieldDefinitions
    let goalLabels: EntityLabels
    let signLabels: EntityLabels

    /// Labels are worked out once: they depend on all goals and signs of the week.
    init(week: Week, definitions: FieldDefinitions) {
        self.week = week
        self.definitions = definitions
        goalLabels = EntityLabels(ids: week.goals.map(\.id), prefix: "M")
        signLabels = EntityLabels(ids: week.signs.map(\.id), prefix: "T")
    }

    /// What stands in a field besides its rows.
    func text(_ value: FieldValue) -> LocalizedText? {
        switch value {
        case .text(let text): presentText(text).map { .init(da: $0, en: $0) }
        case .textWithDate(let text, let date):
            presentText(text).map { text in
                date.map { .init(da: "\(text) (\($0.words(.danish)))", en: "\(text) (\($0.words(.english)))") }
                    ?? same(text)
            } ?? date.map(words)
        case .dateRange(let start, let end): joined([start.map(words), end.map(words)], " – ")
        case .reference(let id): same(name(id))
        case .references(let ids): same(ids.map(name).joined(separator: ", "))
        case .unitFunction(let value): same(function(value).text)
        case .rows(_, let noneBecause): presentText(noneBecause).map(same)
        }
    }

    /// The cells of a row that hold something, in the order of the columns.
    func cells(_ row: Row, of field: FieldDefinition) -> [GoalPlanDraft.OtherCell] {
        field.columns.compactMap { cell(row, $0) }
    }

    private func cell(_ row: Row, _ column: ColumnDefinition) -> GoalPlanDraft.OtherCell? {
        guard let value = row.cells[column.id] else { return nil }
        let text: LocalizedText =
            switch value {
            case .text(let text): same(text)
            case .choice(let value): column.label(ofChoice: value)
            case .date(let date): words(date)
            case .bool(let bool): bool ? .init(da: "ja", en: "yes") : .init(da: "nej", en: "no")
            case .reference(let id): same(name(id))
            case .references(let ids): same(ids.map(name).joined(separator: ", "))
            case .unitFunction(let value): same(function(value).text)
            }
        return .init(columnId: column.id, label: column.label, text: text)
    }

    /// With the unit's name beside its id, which a reader of the document has nothing to look up in.
    func function(_ value: Week.UnitFunction) -> GoalPlanDraft.FunctionInUnit {
        .init(
            unitId: value.unitId, unitName: value.unitId.map { week.name(of: .unit($0)) }, function: value.function)
    }

    /// A party by its name; by its id where the week has no such unit.
    func participant(_ party: Party) -> GoalPlanDraft.Participant {
        .init(unitId: party.unitId, externalId: party.externalId, name: week.name(of: party))
    }

    /// The name of a thing by its id: goals and signs by their labels; the id itself where the week has no such thing.
    private func name(_ id: String) -> String {
        if let unit = week.unit(id) { return unit.name }
        if let party = week.externalParty(id) { return party.name }
        if let group = week.citizenGroup(id) { return group.name }
        if week.goal(id) != nil { return goalLabels[id] }
        return week.sign(id) == nil ? id : signLabels[id]
    }

    /// What people wrote is not translated.
    private func same(_ text: String) -> LocalizedText {
        LocalizedText(da: text, en: text)
    }

    private func words(_ date: CalendarDate) -> LocalizedText {
        LocalizedText(da: date.words(.danish), en: date.words(.english))
    }

    /// nil where none of them is there.
    private func joined(_ parts: [LocalizedText?], _ separator: String) -> LocalizedText? {
        let present = parts.compactMap(\.self)
        guard !present.isEmpty else { return nil }
        return LocalizedText(
            da: present.map(\.da).joined(separator: separator), en: present.map(\.en).joined(separator: separator))
    }
}

extension FieldWords {
    /// nil for a goal that the week does not have any more.
    func contributedGoal(_ id: String) -> GoalPlanDraft.ContributedGoal? {
        week.goal(id).map {
            .init(
                id: $0.id, label: goalLabels[$0.id], text: $0.text, unitId: $0.unitId,
                unitName: week.name(of: .unit($0.unitId)))
        }
    }

    /// With whether it is the leader's, and whether it still holds.
    func confirmation(_ confirmation: Confirmation, of state: ModelState) -> GoalPlanDraft.Confirmation {
        .init(
            party: participant(confirmation.party), function: confirmation.function,
            isLeader: week.isLeaders(confirmation), on: confirmation.on, state: state.state(of: confirmation),
            give: confirmation.give, need: confirmation.need)
    }
}

/// What a plan calls goals and signs: `M-1`, `T-2`. An id of that shape is its own label; others get the first free
/// number, in the week's order.
struct EntityLabels {
    private var labels: [String: String] = [:]

    /// - Parameter ids: in the week's order: labels depend on it and on nothing else, so all documents of a week agree.
    init(ids: [String], prefix: String) {
        for id in ids where Self.isShort(id) { labels[id] = id.uppercased() }
        var taken = Set(labels.values)
        var next = 1
        for id in ids where labels[id] == nil {
            while taken.contains("\(prefix)-\(next)") { next += 1 }
            labels[id] = "\(prefix)-\(next)"
            taken.insert("\(prefix)-\(next)")
        }
    }

    /// The id itself for a thing that the week has lost.
    subscript(id: String) -> String {
        labels[id] ?? id
    }

    /// Such as `m-1`: up to four letters and up to four digits, as people number by hand.
    private static func isShort(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...4).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter)
            && (1...4).contains(parts[1].count) && parts[1].allSatisfy(\.isNumber)
    }
}
