/// One kind of reference data in a week, as tables and forms have it. The columns are data, so that reading a table,
/// writing one, showing a form and comparing before and after are the same for all kinds.
package struct WeekPart: Sendable, Hashable {
    /// Which kind, each after those it refers to; the raw value is the member of the interchange document.
    package enum ID: String, Sendable, Hashable, CaseIterable {
        case policies, budgetAgreements, objectives, annualSelection, units, externalParties, citizenGroups, goals
        case trialActions, signs, milestones
    }

    /// The kind itself.
    package let id: ID
    /// Nil for the yearly selection, of which a week has one.
    package let entity: EntityKind?
    /// The beginning of ids made here.
    let prefix: String
    /// In the plural, as a heading.
    package let name: LocalizedText
    /// A table's first column, which tells what the table holds.
    package let idLabel: LocalizedText
    /// In the order of tables and forms.
    package let columns: [WeekColumn]
    /// The column that an item is known by where it has no id.
    package let nameMember: String

    /// The member of the interchange document.
    package var member: String { id.rawValue }
    /// There is one of it, without an id, and it is never added or removed.
    package var isSingle: Bool { entity == nil }

    /// nil for a member that no column has.
    func column(_ member: String) -> WeekColumn? { columns.first { $0.member == member } }

    /// The column that a place inside an item belongs to: `objectiveIds[2]` to `objectiveIds`.
    func column(at place: String) -> WeekColumn? {
        columns.first { place == $0.member || place.hasPrefix($0.member + ".") || place.hasPrefix($0.member + "[") }
    }

    /// The part's items in a week's document; the yearly selection is one, or none.
    package func items(in week: JSONValue) -> [JSONValue] {
        if isSingle { return week[member]?.object == nil ? [] : [week[member] ?? [:]] }
        return week.elements(member)
    }

    /// The only item of a part that has one.
    package static let singleID = "annualSelection"

    /// ``singleID`` for the yearly selection; empty for an item without an id.
    package func id(of item: JSONValue) -> String { isSingle ? Self.singleID : item["id"]?.string ?? "" }

    /// What an item is called.
    package func name(of item: JSONValue) -> String {
        let name = isSingle ? item["year"]?.int.map(String.init) : item[nameMember]?.string
        return presentText(name) ?? id(of: item)
    }
}

// MARK: - Single items

/// Single items of a part in a week's document.
extension WeekPart {
    /// Nil where the week has no such item.
    package func item(_ id: String, in week: JSONValue) -> JSONValue? {
        items(in: week).first { self.id(of: $0) == id }
    }

    /// Where each id stands.
    func places(of items: [JSONValue]) -> [String: Int] {
        Dictionary(items.enumerated().map { (id(of: $1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where an item stands in the document.
    func path(_ place: Int?) -> JSONPath {
        let list = JSONPath.root[member]
        return isSingle ? list : place.map { list[$0] } ?? list
    }

    /// Writes all items; the only one of a part that has one.
    func put(_ items: [JSONValue], in week: inout JSONValue) {
        week[member] = isSingle ? items.last : .array(items)
    }

    /// Before any column is set.
    func empty(id: String) -> JSONValue { isSingle ? [:] : ["id": .string(id)] }

    /// An id that nothing has: `m-7`.
    /// - Parameter number: where to look from; then the number behind the one that was found.
    func freeID(from number: inout Int, isTaken: (String) -> Bool) -> String {
        while isTaken("\(prefix)-\(number)") { number += 1 }
        defer { number += 1 }
        return "\(prefix)-\(number)"
    }

    /// What every column says of an item, by member; nothing of those that say nothing.
    package func values(of item: JSONValue, in week: JSONValue) -> JSONValue {
        .object(
            Dictionary(
                columns.compactMap { column in column.value(of: item, in: week).map { (column.member, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}

// MARK: - The kinds

extension WeekPart {
    /// In the order of the ids: a part refers only to those before it.
    package static let all = ID.allCases.map(part)

    package static func part(_ id: ID) -> WeekPart {
        switch id {
        case .policies: policies
        case .budgetAgreements: budgetAgreements
        case .objectives: objectives
        case .annualSelection: annualSelection
        case .units: units
        case .externalParties: externalParties
        case .citizenGroups: citizenGroups
        case .goals: goals
        case .trialActions: trialActions
        case .signs: signs
        case .milestones: milestones
        }
    }

    private static let policies = WeekPart(
        id: .policies, entity: .policy, prefix: "pol", name: .init(da: "Politikker", en: "Policies"),
        idLabel: .init(da: "politik-id", en: "policy id"),
        columns: [
            WeekColumn("title", "Titel", "Title", isRequired: true),
            WeekColumn("adoptedOn", "Vedtaget", "Adopted", .date),
            WeekColumn("validFrom", "Gælder fra", "Valid from", .date),
            WeekColumn("validTo", "Gælder til", "Valid to", .date),
            WeekColumn("futureScenario", "Fremtidsscenarie", "Future scenario", .longText),
        ], nameMember: "title")

    private static let budgetAgreements = WeekPart(
        id: .budgetAgreements, entity: .budgetAgreement, prefix: "bud",
        name: .init(da: "Budgetaftaler", en: "Budget agreements"),
        idLabel: .init(da: "budgetaftale-id", en: "budget agreement id"),
        columns: [
            WeekColumn("title", "Titel", "Title", isRequired: true),
            WeekColumn("adoptedOn", "Vedtaget", "Adopted", .date),
        ], nameMember: "title")

    private static let objectives = WeekPart(
        id: .objectives, entity: .objective, prefix: "ms", name: .init(da: "Målsætninger", en: "Objectives"),
        idLabel: .init(da: "målsætning-id", en: "objective id"),
        columns: [
            WeekColumn("text", "Målsætning", "Objective", .longText, isRequired: true),
            WeekColumn("source", "Kilde", "Source", .source),
            WeekColumn("selected", "Valgt i år", "Selected this year", .selection("selectedObjectiveIds")),
            WeekColumn(
                "mandatory", "Obligatorisk i år", "Mandatory this year", .selection("mandatoryObjectiveIds")),
        ], nameMember: "text")

    private static let annualSelection = WeekPart(
        id: .annualSelection, entity: nil, prefix: singleID,
        name: .init(da: "Årets udvælgelse", en: "The yearly selection"),
        idLabel: .init(da: "udvælgelse", en: "selection"),
        columns: [
            WeekColumn("year", "År", "Year", .number(InterchangeSchema.years)),
            WeekColumn("decidedBy", "Besluttet af", "Decided by"),
            WeekColumn("decidedOn", "Besluttet den", "Decided on", .date),
            WeekColumn("dialogueWith", "Drøftet med", "Discussed with", .texts),
            WeekColumn(
                "selectedObjectiveIds", "Valgte målsætninger", "Selected objectives", .references(.objective)),
            WeekColumn(
                "mandatoryObjectiveIds", "Obligatoriske målsætninger", "Mandatory objectives",
                .references(.objective)),
        ], nameMember: "year")

    private static let units = WeekPart(
        id: .units, entity: .unit, prefix: "u", name: .init(da: "Enheder", en: "Units"),
        idLabel: .init(da: "enhed-id", en: "unit id"),
        columns: [
            WeekColumn("name", "Navn", "Name", isRequired: true),
            WeekColumn("department", "Forvaltning", "Department"),
            WeekColumn("leaderFunction", "Leders funktion", "Leader’s function"),
            WeekColumn("kle", "KLE", "KLE"),
        ], nameMember: "name")

    private static let externalParties = WeekPart(
        id: .externalParties, entity: .externalParty, prefix: "e",
        name: .init(da: "Eksterne parter", en: "External parties"),
        idLabel: .init(da: "ekstern-id", en: "external id"),
        columns: [
            WeekColumn("name", "Navn", "Name", isRequired: true),
            WeekColumn("kind", "Slags", "Kind"),
        ], nameMember: "name")

    private static let citizenGroups = WeekPart(
        id: .citizenGroups, entity: .citizenGroup, prefix: "bg",
        name: .init(da: "Borgergrupper", en: "Citizen groups"),
        idLabel: .init(da: "borgergruppe-id", en: "citizen group id"),
        columns: [
            WeekColumn("name", "Navn", "Name", isRequired: true),
            WeekColumn("description", "Beskrivelse", "Description", .longText),
            WeekColumn("approximateSize", "Omtrentligt antal", "Approximate size", .number(0...10_000_000)),
        ], nameMember: "name")

    private static let goals = WeekPart(
        id: .goals, entity: .goal, prefix: "m", name: .init(da: "Mål", en: "Goals"),
        idLabel: .init(da: "mål-id", en: "goal id"),
        columns: [
            WeekColumn("unitId", "Enhed", "Unit", .reference(.unit), isRequired: true),
            WeekColumn("text", "Mål", "Goal", .longText, isRequired: true),
            WeekColumn("objectiveIds", "Målsætninger", "Objectives", .references(.objective)),
            WeekColumn("citizenGroupId", "Borgergruppe", "Citizen group", .reference(.citizenGroup)),
            WeekColumn("deadline", "Frist", "Deadline", .date),
            WeekColumn("measurable", "Målbart", "Measurable", .yesNo),
            WeekColumn("noticeable", "Mærkbart", "Noticeable", .yesNo),
            WeekColumn("currentSituation", "Nuværende situation", "Current situation", .longText),
            WeekColumn("desiredSituation", "Ønsket situation", "Desired situation", .longText),
            WeekColumn("baseline.needed", "Nulpunktsmåling er nødvendig", "Baseline is needed", .yesNo),
            WeekColumn("baseline.value", "Nulpunkt", "Baseline"),
            WeekColumn("baseline.measuredOn", "Nulpunkt målt den", "Baseline measured on", .date),
            WeekColumn("baseline.source", "Nulpunktets kilde", "Baseline’s source"),
        ], nameMember: "text")

    private static let trialActions = WeekPart(
        id: .trialActions, entity: .trialAction, prefix: "p",
        name: .init(da: "Prøvehandlinger", en: "Trial actions"),
        idLabel: .init(da: "prøvehandling-id", en: "trial action id"),
        columns: [
            WeekColumn("title", "Titel", "Title", isRequired: true),
            WeekColumn("goalIds", "Mål", "Goals", .references(.goal)),
            WeekColumn("ownerUnitId", "Enhed", "Unit", .reference(.unit)),
            WeekColumn("withUnitIds", "Sammen med enheder", "With units", .references(.unit)),
            WeekColumn("withExternalIds", "Sammen med andre", "With others", .references(.externalParty)),
            WeekColumn("question", "Hvad vil vi finde ud af", "What do we want to find out", .longText),
            WeekColumn("hypothesis", "Antagelse", "Hypothesis", .longText),
            WeekColumn("preparation", "Forberedelse", "Preparation", .longText),
            WeekColumn("scale", "Omfang", "Scale"),
            WeekColumn("start", "Start", "Start", .date),
            WeekColumn("end", "Slut", "End", .date),
        ], nameMember: "title")

    private static let signs = WeekPart(
        id: .signs, entity: .sign, prefix: "t", name: .init(da: "Tegn", en: "Signs"),
        idLabel: .init(da: "tegn-id", en: "sign id"),
        columns: [
            WeekColumn("text", "Tegn", "Sign", .longText, isRequired: true),
            WeekColumn("goalId", "Mål", "Goal", .reference(.goal)),
            WeekColumn("dataSource", "Kilde", "Source"),
            WeekColumn("baseline", "Nu", "Now"),
            WeekColumn("target", "Ønsket", "Wanted"),
            WeekColumn("frequency", "Hvor ofte", "How often"),
        ], nameMember: "text")

    private static let milestones = WeekPart(
        id: .milestones, entity: .milestone, prefix: "mp", name: .init(da: "Milepæle", en: "Milestones"),
        idLabel: .init(da: "milepæl-id", en: "milestone id"),
        columns: [
            WeekColumn("text", "Milepæl", "Milestone", .longText, isRequired: true),
            WeekColumn("goalId", "Mål", "Goal", .reference(.goal)),
            WeekColumn("due", "Senest", "Due", .date),
            WeekColumn("responsible.unitId", "Ansvarlig enhed", "Responsible unit", .reference(.unit)),
            WeekColumn("responsible.function", "Ansvarlig funktion", "Responsible function"),
            WeekColumn("evidence", "Dokumentation", "Evidence"),
        ], nameMember: "text")
}
