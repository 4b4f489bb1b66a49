extension WeekPart {
    /// What draft plans are made of: goals, and what follows them up.
    static let drafts: [WeekPart] = [
        WeekPart(
            id: .goals, entity: .goal, name: .init(da: "Mål", en: "Goals"),
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
            ], nameMember: "text"),
        WeekPart(
            id: .trialActions, entity: .trialAction, name: .init(da: "Prøvehandlinger", en: "Trial actions"),
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
            ], nameMember: "title"),
        WeekPart(
            id: .signs, entity: .sign, name: .init(da: "Tegn", en: "Signs"),
            idLabel: .init(da: "tegn-id", en: "sign id"),
            columns: [
                WeekColumn("text", "Tegn", "Sign", .longText, isRequired: true),
                WeekColumn("goalId", "Mål", "Goal", .reference(.goal)),
                WeekColumn("dataSource", "Kilde", "Source"),
                WeekColumn("baseline", "Nu", "Now"),
                WeekColumn("target", "Ønsket", "Wanted"),
                WeekColumn("frequency", "Hvor ofte", "How often"),
            ], nameMember: "text"),
        WeekPart(
            id: .milestones, entity: .milestone, name: .init(da: "Milepæle", en: "Milestones"),
            idLabel: .init(da: "milepæl-id", en: "milestone id"),
            columns: [
                WeekColumn("text", "Milepæl", "Milestone", .longText, isRequired: true),
                WeekColumn("goalId", "Mål", "Goal", .reference(.goal)),
                WeekColumn("due", "Senest", "Due", .date),
                WeekColumn("responsible.unitId", "Ansvarlig enhed", "Responsible unit", .reference(.unit)),
                WeekColumn("responsible.function", "Ansvarlig funktion", "Responsible function"),
                WeekColumn("evidence", "Dokumentation", "Evidence"),
            ], nameMember: "text"),
    ]
}
