extension WeekPart {
    /// Every kind, each after those it refers to.
    package static let all: [WeekPart] =
        [
            WeekPart(
                id: .policies, entity: .policy, name: .init(da: "Politikker", en: "Policies"),
                idLabel: .init(da: "politik-id", en: "policy id"),
                columns: [
                    WeekColumn("title", "Titel", "Title", isRequired: true),
                    WeekColumn("adoptedOn", "Vedtaget", "Adopted", .date),
                    WeekColumn("validFrom", "Gælder fra", "Valid from", .date),
                    WeekColumn("validTo", "Gælder til", "Valid to", .date),
                    WeekColumn("futureScenario", "Fremtidsscenarie", "Future scenario", .longText),
                ], nameMember: "title"),
            WeekPart(
                id: .budgetAgreements, entity: .budgetAgreement,
                name: .init(da: "Budgetaftaler", en: "Budget agreements"),
                idLabel: .init(da: "budgetaftale-id", en: "budget agreement id"),
                columns: [
                    WeekColumn("title", "Titel", "Title", isRequired: true),
                    WeekColumn("adoptedOn", "Vedtaget", "Adopted", .date),
                ], nameMember: "title"),
            WeekPart(
                id: .objectives, entity: .objective, name: .init(da: "Målsætninger", en: "Objectives"),
                idLabel: .init(da: "målsætning-id", en: "objective id"),
                columns: [
                    WeekColumn("text", "Målsætning", "Objective", .longText, isRequired: true),
                    WeekColumn("source", "Kilde", "Source", .source),
                    WeekColumn("selected", "Valgt i år", "Selected this year", .selection("selectedObjectiveIds")),
                    WeekColumn(
                        "mandatory", "Obligatorisk i år", "Mandatory this year", .selection("mandatoryObjectiveIds")),
                ], nameMember: "text"),
            WeekPart(
                id: .annualSelection, entity: nil, name: .init(da: "Årets udvælgelse", en: "The yearly selection"),
                idLabel: .init(da: "udvælgelse", en: "selection"),
                columns: [
                    WeekColumn("year", "År", "Year", .number(1970...2999)),
                    WeekColumn("decidedBy", "Besluttet af", "Decided by"),
                    WeekColumn("decidedOn", "Besluttet den", "Decided on", .date),
                    WeekColumn("dialogueWith", "Drøftet med", "Discussed with", .texts),
                    WeekColumn(
                        "selectedObjectiveIds", "Valgte målsætninger", "Selected objectives", .references(.objective)),
                    WeekColumn(
                        "mandatoryObjectiveIds", "Obligatoriske målsætninger", "Mandatory objectives",
                        .references(.objective)),
                ], nameMember: "year"),
            WeekPart(
                id: .units, entity: .unit, name: .init(da: "Enheder", en: "Units"),
                idLabel: .init(da: "enhed-id", en: "unit id"),
                columns: [
                    WeekColumn("name", "Navn", "Name", isRequired: true),
                    WeekColumn("department", "Forvaltning", "Department"),
                    WeekColumn("leaderFunction", "Leders funktion", "Leader’s function"),
                    WeekColumn("kle", "KLE", "KLE"),
                ], nameMember: "name"),
            WeekPart(
                id: .externalParties, entity: .externalParty,
                name: .init(da: "Eksterne parter", en: "External parties"),
                idLabel: .init(da: "ekstern-id", en: "external id"),
                columns: [
                    WeekColumn("name", "Navn", "Name", isRequired: true),
                    WeekColumn("kind", "Slags", "Kind"),
                ], nameMember: "name"),
            WeekPart(
                id: .citizenGroups, entity: .citizenGroup, name: .init(da: "Borgergrupper", en: "Citizen groups"),
                idLabel: .init(da: "borgergruppe-id", en: "citizen group id"),
                columns: [
                    WeekColumn("name", "Navn", "Name", isRequired: true),
                    WeekColumn("description", "Beskrivelse", "Description", .longText),
                    WeekColumn("approximateSize", "Omtrentligt antal", "Approximate size", .number(0...10_000_000)),
                ], nameMember: "name"),
        ] + drafts
}
