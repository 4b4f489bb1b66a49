/// When a governance system follows up, on what, and with whom. Dates that no text gives are ours, and say so: a
/// municipality sets its own (``GoalPlan/followUps(in:calendar:)``).
package struct FollowUpRule: Sendable, Hashable, Codable {
    /// Of which goals or initiatives there is one.
    package enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
        /// The plan as a whole.
        case plan
        case politicalGoals, administrativeGoals, localGoals
        case politicalInitiatives, administrativeInitiatives, localInitiatives
        /// Each running trial action: halfway and at its end.
        case trialActions
        /// Each goal whose baseline has not been decided on.
        case baselines
        /// The agreement, when its period ends.
        case agreementEnd
    }

    /// Stable: it stands in the ids of what was done.
    package let id: String
    /// What it follows up; without such an item there is nothing to do.
    package let subject: Subject
    package let title: LocalizedText
    /// Month and day, for what comes on a date each year.
    package let month: Int?
    package let day: Int?
    /// Whether the year after the one it is about, as an annual report.
    package let isNextYear: Bool
    /// Not in the first year after the goals were adopted (»Dialogaftaler«).
    package let skipsFirstYear: Bool
    /// The published text that gives the date, nil for a date of ours: 000 »Forpligtende dialogstyring«, 002 »Begreber
    /// til rejsen«, 004 »Dialogaftaler« (the glossary says what they are). Clients know the numbers, so they stay.
    package let seed: String?
    /// Whether the day within what the text names is ours, so that a municipality may set another.
    package let isDayOurs: Bool

    init(
        _ id: String, _ subject: Subject, _ da: String, _ en: String, on date: (month: Int, day: Int)? = nil,
        isNextYear: Bool = false, skipsFirstYear: Bool = false, seed: String? = nil, isDayOurs: Bool = false
    ) {
        self.id = id
        self.subject = subject
        title = LocalizedText(da: da, en: en)
        month = date?.month
        day = date?.day
        self.isNextYear = isNextYear
        self.skipsFirstYear = skipsFirstYear
        self.seed = seed
        self.isDayOurs = isDayOurs
    }

    /// Ids of rules that other parts of the program know by name: they stand in stored plans.
    package static let councilStatus = "council-status"
    package static let annualReport = "annual-report"

    /// Those whose day a municipality may set, in every system.
    package static var settable: [FollowUpRule] {
        (maalplan + proceshjul + aftale + dialogaftale).filter(\.isDayOurs)
    }

    private static let evaluations = FollowUpRule(
        "evaluation", .trialActions, "Evaluér prøvehandlingen", "Evaluate the trial action", seed: "002")

    static let maalplan = [
        FollowUpRule(
            councilStatus, .plan, "Status på målsætningerne til kommunalbestyrelsen",
            "Status on the objectives to the council", on: (8, 24), seed: "002",
            isDayOurs: true), evaluations,
    ]

    static let proceshjul = [
        evaluations,
        FollowUpRule(
            "documentation", .agreementEnd, "Vis, hvad aftalen har ført til", "Show what the agreement led to",
            seed: "000"),
    ]

    static let aftale = [
        FollowUpRule(
            "status", .plan, "Statusopfølgning, som er afsæt for næste aftale",
            "Status follow-up, which the next agreement begins with", on: (9, 1),
            isDayOurs: true),
        FollowUpRule(
            annualReport, .plan, "Årsberetning: nåede vi det?", "Annual report: did we reach it?", on: (3, 1),
            isNextYear: true, isDayOurs: true), evaluations,
    ]

    static let dialogaftale: [FollowUpRule] =
        [(3, "march", "1. marts", "1 March"), (10, "october", "1. oktober", "1 October")].flatMap {
            month, id, da, en -> [FollowUpRule] in
            [
                .init(
                    "leader-goals-\(id)", .plan, "Opfølgning på mål med nærmeste leder \(da)",
                    "Follow-up on goals with the nearest leader, \(en)", on: (month, 1), seed: "004"),
                .init(
                    "leader-political-initiatives-\(id)", .politicalInitiatives,
                    "Politiske indsatser med nærmeste leder \(da)",
                    "Political initiatives with the nearest leader, \(en)", on: (month, 1), seed: "004"),
                .init(
                    "leader-local-initiatives-\(id)", .localInitiatives, "Lokale indsatser med nærmeste leder \(da)",
                    "Local initiatives with the nearest leader, \(en)", on: (month, 1), seed: "004"),
                .init(
                    "coordinator-\(id)", .administrativeInitiatives,
                    "Tovholderens skriftlige opfølgning på administrative indsatser",
                    "The coordinator’s written follow-up on administrative initiatives", on: (month, 1), isDayOurs: true
                ),
            ]
        } + [
            .init(
                "committee", .politicalGoals, "Politiske mål i det politiske udvalg",
                "Political goals in the political committee", on: (11, 1), skipsFirstYear: true, seed: "004",
                isDayOurs: true),
            .init(
                "directorate", .administrativeGoals, "Administrative mål i Direktion og Chefforum",
                "Administrative goals in the directorate", on: (10, 1), seed: "004", isDayOurs: true),
            .init(
                "baseline", .baselines, "Vurdér, om målet skal have en nulpunktsmåling",
                "Decide whether the goal needs a baseline", on: (12, 31), seed: "004", isDayOurs: true),
            .init(
                "evaluation-end", .agreementEnd, "Evaluér aftalen, og justér",
                "Evaluate the agreement, and adjust", seed: "004"), evaluations,
        ]
}

/// The days on which a municipality follows up where no text names one. What it hasn't set is on a day of ours.
package struct FollowUpCalendar: Sendable, Hashable {
    /// By rule's id.
    private let days: [String: MonthDay]
    /// When the council gets its status, where the week says so.
    private let councilStatusOn: CalendarDate?

    /// - Parameters:
    ///   - days: by rule id; a rule without one keeps the day of its text.
    ///   - councilStatusOn: the municipality's own day this year.
    package init(days: [String: MonthDay] = [:], councilStatusOn: CalendarDate? = nil) {
        self.days = days
        self.councilStatusOn = councilStatusOn
    }

    /// The days as the week's document sets them.
    package init(_ week: Week) {
        self.init(days: week.annualCycle.followUpDays, councilStatusOn: week.annualCycle.councilStatusOn)
    }

    /// - Returns: nil for a rule that comes on no fixed date.
    func date(of rule: FollowUpRule, in year: Int) -> CalendarDate? {
        if rule.id == FollowUpRule.councilStatus, let councilStatusOn, councilStatusOn.year == year {
            return councilStatusOn
        }
        if rule.isDayOurs, let day = days[rule.id] { return day.date(in: year) }
        guard let month = rule.month, let day = rule.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
