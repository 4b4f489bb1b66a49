/// A governance system as an arrangement of a goal plan's data: which parts its document has, what it asks for and
/// when it follows up. Data, no behaviour: the same plan can be read by any of them, and nothing is copied.
package struct PlanProfile: Sendable, Hashable, Codable {
    package let id: Profile
    package let title: LocalizedText
    /// In the order they are read. Sections that no part has are shown after them when they hold something.
    package let parts: [Part]
    /// Lines without which an item isn't finished, by section.
    package let needed: [PlanSection.ID: [String]]
    package let followUps: [FollowUpRule]
    /// The agreement's length in months; empty where the system says nothing.
    package let periodMonths: [Int]

    /// A heading of the document, and the sections under it.
    package struct Part: Sendable, Hashable, Codable {
        package let id: String
        package let title: LocalizedText
        /// What the part is for, as a prompt.
        package let hint: LocalizedText?
        package let sections: [Content]
    }

    /// A section, or those of its items that have one of some choices in a line.
    package struct Content: Sendable, Hashable, Codable {
        package let section: PlanSection.ID
        package let only: Filter?

        init(_ section: PlanSection.ID, only: Filter? = nil) {
            self.section = section
            self.only = only
        }
    }

    /// Which items of a section a part shows.
    package struct Filter: Sendable, Hashable, Codable {
        package let field: String
        /// The choices' ids; an empty text stands for an item without a choice, or with one that the line doesn't have.
        package let choices: [String]
    }

    /// - Returns: the section's items that a part shows, in order.
    package static func items(_ content: Content, of plan: GoalPlan) -> [PlanItem] {
        let items = plan.items(in: content.section)
        guard let only = content.only, let field = PlanSection.section(content.section).field(only.field) else {
            return items
        }
        let known = Set(field.choices.map(\.id))
        return items.filter { item in
            let choice = item.text(only.field) ?? ""
            return only.choices.contains(known.contains(choice) ? choice : "")
        }
    }

    /// The arrangement that a plan's `profile` names.
    package static func profile(_ id: Profile) -> PlanProfile {
        switch id {
        case .maalplan: maalplan
        case .proceshjul: proceshjul
        case .aftale: aftale
        case .dialogaftale: dialogaftale
        }
    }
}

/// Which governance system a unit's plan follows, and so how the same data is arranged. The raw value is stored and
/// stands in addresses: it never changes. What each asks for is data: ``PlanProfile``.
package enum Profile: String, Sendable, Hashable, Codable, CaseIterable {
    /// »Begreber til rejsen«: the yearly goal plan with goals, trial actions, signs and milestones.
    case maalplan
    /// »Forpligtende dialogstyring« and »Albertslundværdierne«: committed dialogue; the process wheel's three parts and
    /// the five values.
    case proceshjul
    /// »Dialogbaseret aftalestyring«: the agreement of seven parts between a holder and who the holder answers to.
    case aftale
    /// »Dialogaftaler«: the dialogue agreement of 1½ and 2½ years in turn.
    case dialogaftale
}

// MARK: - The systems

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

    /// »Begreber til rejsen«.
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

    /// »Forpligtende dialogstyring«: goals and economy, method, documentation. »Albertslundværdierne«: the values.
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

    /// »Dialogbaseret aftalestyring«: seven parts.
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

    /// »Dialogaftaler«.
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

    /// Only goals of these types in the system's own terms.
    private static func goals(_ profile: Profile, _ types: String...) -> Content {
        .init(
            .goals, only: .init(field: profile == .aftale ? "agreementType" : "dialogueType", choices: types))
    }
}
