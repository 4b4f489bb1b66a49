/// What is written through the year, while the plan itself is finished.
extension PlanSection {
    /// A sign as it was seen on a day.
    static let observations = PlanSection(
        .observations, "Tegn, set undervejs", "Signs as observed",
        [
            PlanField("value", "Det så vi", "What we saw"),
            PlanField("sign", .references, "Tegn", "Sign", to: .signs), PlanField("date", .date, "Dato", "Date"),
            PlanField("text", .longText, "Bemærkning", "Remark"), PlanField("by", "Set af", "Observed by"),
        ])

    /// Seed 002, "Evaluering": underway and at the end, with effect and value for citizens.
    static let evaluations = PlanSection(
        .evaluations, "Evalueringer", "Evaluations",
        [
            PlanField("effect", .longText, "Virkning og værdi for borgerne", "Effect and value for citizens"),
            PlanField("trialAction", .references, "Prøvehandling", "Trial action", to: .trialActions),
            PlanField("date", .date, "Dato", "Date"),
            PlanField(
                "stage", [.init("underway", "undervejs", "underway"), .init("end", "ved afslutning", "at the end")],
                "Hvornår", "When"),
            PlanField("decision", decisions, "Beslutning", "Decision"),
            PlanField("learned", .longText, "Det lærte vi", "What we learned"),
            PlanField("adjustment", .longText, "Det justerer vi", "What we adjust"),
        ])

    /// That a follow-up was done, and what came of it. The item's id is the follow-up's.
    static let followUps = PlanSection(
        .followUps, "Opfølgninger", "Follow-ups",
        [
            PlanField("title", "Opfølgning", "Follow-up"), PlanField("due", .date, "Skulle holdes", "Due"),
            PlanField("doneOn", .date, "Holdt", "Done on"),
            PlanField("text", .longText, "Det kom vi frem til", "What came of it"),
        ])

    /// Seed 002, "Årshjul": the council's status in August, objective by objective.
    static let status = PlanSection(
        .status, "Status til kommunalbestyrelsen", "Status to the council",
        [
            PlanField("text", .longText, "Status", "Status"),
            PlanField("objective", .references, "Målsætning", "Objective", to: .objectives),
            PlanField(
                "state",
                [
                    .init("onTrack", "på vej", "on track"),
                    .init("slow", "går langsommere end ventet", "slower than expected"),
                    .init("reached", "nået", "reached"), .init("stopped", "standset", "stopped"),
                ], "Hvor langt", "How far"), PlanField("date", .date, "Dato", "Date"),
        ])

    static let decisions: [PlanField.Choice] = [
        .init("continue", "fortsæt", "continue"), .init("adjust", "tilpas", "adjust"),
        .init("scaleUp", "opskalér", "scale up"), .init("stop", "stop", "stop"),
    ]
}
