extension PlanProfile {
    private static let year: [Content] = [
        .init(.observations), .init(.evaluations), .init(.followUps), .init(.status),
    ]

    private static let goalWork: [Content] = [.init(.trialActions), .init(.signs), .init(.milestones)]

    /// Lines that every system needs.
    private static let common: [PlanSection.ID: [String]] = [
        .goals: ["text", "type", "deadline", "objectives", "current", "desired"],
        .trialActions: ["goals", "start", "end", "hypothesis", "preparation"],
        .signs: ["goals", "kind", "baseline", "dataSource"], .milestones: ["due", "responsible"],
        .collaborations: ["coordinator"], .tasks: ["function"], .observations: ["sign", "date"],
        .evaluations: ["trialAction", "decision", "learned"], .status: ["objective"],
    ]

    private static func part(
        _ id: String, _ da: String, _ en: String, hint: LocalizedText? = nil, _ sections: [Content]
    ) -> Part {
        Part(id: id, title: LocalizedText(da: da, en: en), hint: hint, sections: sections)
    }

    /// Seed 002.
    static let maalplan = PlanProfile(
        id: .maalplan, title: .init(da: "Målplan", en: "Goal plan"),
        parts: [
            part(
                "plan", "Målplan", "Goal plan",
                [
                    .init(.basis), .init(.objectives), .init(.goals), .init(.trialActions), .init(.signs),
                    .init(.milestones), .init(.collaborations), .init(.tasks), .init(.dates), .init(.resources),
                    .init(.parked), .init(.wellbeing), .init(.other),
                ]), part("year", "Året igennem", "Through the year", year),
        ], needed: common, followUps: FollowUpRule.maalplan, periodMonths: [])

    /// Seed 000: goals and economy, method, documentation. Seed 003: the values.
    static let proceshjul = PlanProfile(
        id: .proceshjul, title: .init(da: "Proceshjul", en: "Process wheel"),
        parts: [
            part("agreement", "Aftalen", "The agreement", [.init(.agreement)]),
            part(
                "goalsAndEconomy", "Mål og økonomi", "Goals and economy",
                hint: .init(
                    da: "Hvad vil vi nå, og hvad har vi at gøre det med?", en: "What will we reach, and with what?"),
                [.init(.basis), .init(.objectives), .init(.goals), .init(.resources), .init(.frames)]),
            part(
                "method", "Metode", "Method",
                hint: .init(da: "Hvordan griber vi opgaven an?", en: "How will we go about the task?"),
                [.init(.trialActions), .init(.tasks), .init(.collaborations)]),
            part(
                "documentation", "Dokumentation", "Documentation",
                hint: .init(
                    da: "Hvad skal vi og borgerne kunne se bagefter?",
                    en: "What should we and the citizens be able to see afterwards?"),
                [.init(.signs), .init(.milestones), .init(.dates)] + year),
            part(
                "values", "De fem værdier", "The five values",
                hint: .init(
                    da: "Sig med jeres egne ord, hvad værdien betyder hos jer.",
                    en: "Say in your own words what the value means here."), [.init(.values)]),
        ],
        needed: common.merging([
            .agreement: ["parties", "agreedOn", "kept", "decision", "decidedOn", "forCitizens", "staffDialogue"],
            .values: ["value", "text"],
        ]) { $1 }, followUps: FollowUpRule.proceshjul, periodMonths: [])

    /// Seed 001: seven parts.
    static let aftale = PlanProfile(
        id: .aftale, title: .init(da: "Aftale", en: "Agreement"),
        parts: [
            part("introduction", "Indledning", "Introduction", [.init(.agreement), .init(.basis), .init(.objectives)]),
            part("political", "Politiske mål", "Political goals", [goals(.aftale, "political")]),
            part("professional", "Faglige mål", "Professional goals", [goals(.aftale, "professional")]),
            part("own", "Egne mål", "Own goals", [goals(.aftale, "own", "")] + goalWork + [.init(.collaborations)]),
            part("corporate", "Koncernmål", "Corporate goals", [goals(.aftale, "corporate")]),
            part("economy", "Økonomi", "Economy", [.init(.frames), .init(.resources)]),
            part(
                "rules", "Øvrige administrative spilleregler", "Other administrative rules",
                [.init(.rules), .init(.tasks), .init(.dates)]),
            part("year", "Opfølgning", "Follow-up", year),
            part("signatures", "Underskrifter", "Signatures", [.init(.signatures)]),
        ],
        needed: common.merging([
            .agreement: ["holder", "start", "end", "introduction"],
            .goals: ["text", "type", "deadline", "agreementType", "formulatedBy"], .frames: ["kind"],
        ]) { $1 }, followUps: FollowUpRule.aftale, periodMonths: [])

    /// Seed 004.
    static let dialogaftale = PlanProfile(
        id: .dialogaftale, title: .init(da: "Dialogaftale", en: "Dialogue agreement"),
        parts: [
            part(
                "agreement", "Aftalen", "The agreement", [.init(.agreement), .init(.basis), .init(.objectives)]),
            part("political", "Politiske mål", "Political goals", [goals(.dialogaftale, "political")]),
            part(
                "administrative", "Administrative mål", "Administrative goals", [goals(.dialogaftale, "administrative")]
            ), part("local", "Lokale mål", "Local goals", [goals(.dialogaftale, "local", "")]),
            part("initiatives", "Indsatser", "Initiatives", [.init(.initiatives)] + goalWork),
            part(
                "collaboration", "Samarbejde", "Collaboration", [.init(.collaborations), .init(.tasks), .init(.dates)]),
            part("year", "Opfølgning og evaluering", "Follow-up and evaluation", year),
            part("signatures", "Underskrifter", "Signatures", [.init(.signatures)]),
        ],
        needed: common.merging([
            .agreement: ["level", "start", "end", "occasion"],
            .goals: ["text", "type", "deadline", "objectives", "dialogueType", "needsBaseline"],
            .initiatives: ["goals", "responsible"],
        ]) { $1 }, followUps: FollowUpRule.dialogaftale, periodMonths: [18, 30])

    private static func goals(_ profile: Profile, _ types: String...) -> Content {
        .init(
            .goals, only: .init(field: profile == .aftale ? "agreementType" : "dialogueType", choices: types))
    }
}
