/// The parts of a goal plan (seed 002, "Målplan"), in the order they are read. What only other profiles ask for is in
/// `PlanSection+Profiles`, what is written through the year in `PlanSection+Year`.
extension PlanSection {
    package static let all = [
        agreement, basis, values, objectives, goals, initiatives, trialActions, signs, milestones, collaborations,
        tasks, dates, resources, frames, rules, parked, wellbeing, other, observations, evaluations, followUps, status,
        signatures,
    ]

    static let basis = PlanSection(
        .basis, "Afsæt", "Basis",
        [
            PlanField("title", "Overskrift", "Heading"), PlanField("text", .longText, "Tekst", "Text"),
        ])

    static let objectives = PlanSection(
        .objectives, "Målsætninger", "Objectives",
        [
            PlanField("text", .longText, "Målsætning", "Objective"), PlanField("source", "Kilde", "Source"),
            PlanField("status", "Derfor i år", "Why this year"),
        ])

    static let goals = PlanSection(
        .goals, "Mål", "Goals",
        [
            PlanField("text", .longText, "Mål", "Goal"), PlanField("type", "Type", "Type"),
            PlanField("deadline", .date, "Frist", "Deadline"),
            PlanField("objectives", .references, "Målsætninger", "Objectives"),
            PlanField("citizenGroup", "Borgergruppe", "Citizen group"),
            PlanField("howWorkedOn", .longText, "Alene eller på tværs", "Alone or across units"),
            PlanField("current", .longText, "Aktuel situation", "Current situation"),
            PlanField("desired", .longText, "Ønsket situation", "Desired situation"),
            PlanField("baseline", "Nulpunktsmåling", "Baseline"),
        ] + goalLinesOfProfiles)

    static let trialActions = PlanSection(
        .trialActions, "Prøvehandlinger", "Trial actions",
        [
            PlanField("title", "Prøvehandling", "Trial action"), PlanField("goals", .references, "Mål", "Goals"),
            PlanField("start", .date, "Begynder", "Starts"), PlanField("end", .date, "Slutter", "Ends"),
            PlanField("partners", "Sammen med", "Together with"), PlanField("scale", "Omfang", "Scale"),
            PlanField("question", .longText, "Vi spørger", "We ask"),
            PlanField("hypothesis", .longText, "Antagelse", "Hypothesis"),
            PlanField("preparation", .longText, "Forberedt", "Prepared"), PlanField("status", "Status", "Status"),
            PlanField("evaluation", .longText, "Evaluering", "Evaluation"),
            PlanField("decision", "Beslutning", "Decision"),
        ])

    static let signs = PlanSection(
        .signs, "Tegn", "Signs",
        [
            PlanField("text", .longText, "Tegn", "Sign"), PlanField("goals", .references, "Mål", "Goals"),
            PlanField("kind", "Type", "Kind"), PlanField("baseline", "Udgangspunkt", "Baseline"),
            PlanField("target", "Forventning", "Target"), PlanField("dataSource", "Datakilde", "Data source"),
            PlanField("frequency", "Hvor tit", "How often"), PlanField("collectedBy", "Hvem", "Who"),
        ])

    static let milestones = PlanSection(
        .milestones, "Milepæle", "Milestones",
        [
            PlanField("text", .longText, "Milepæl", "Milestone"), PlanField("goals", .references, "Mål", "Goals"),
            PlanField("due", .date, "Dato", "Date"), PlanField("responsible", "Ansvarlig", "Responsible"),
            PlanField("evidence", .longText, "Dokumentation", "Documentation"),
        ])

    static let collaborations = PlanSection(
        .collaborations, "Aftaler om tværfagligt samarbejde", "Agreements on collaboration",
        [
            PlanField("title", "Aftale", "Agreement"), PlanField("level", "Niveau", "Level"),
            PlanField("parties", "Med", "With"), PlanField("goals", .references, "Bidrager til", "Contributes to"),
            PlanField("task", .longText, "Opgaven", "The task"),
            PlanField("whyCross", .longText, "Derfor på tværs", "Why across"),
            PlanField("give", .longText, "De andre kan regne med", "The others can count on"),
            PlanField("need", .longText, "Vi har brug for", "We need"),
            PlanField("limit", .longText, "Vores grænse", "Our limit"),
            PlanField("others", .longText, "De andres forventninger", "The others’ expectations"),
            PlanField("goal", .longText, "Mål for samarbejdet", "Goal of the collaboration"),
            PlanField("goalDate", .date, "Nås senest", "Reached by"),
            PlanField("coordinator", "Tovholder", "Coordinator"), PlanField("start", .date, "Fra", "From"),
            PlanField("end", .date, "Til", "To"),
            PlanField("escalation", .longText, "Når vi er uenige", "When we disagree"),
            PlanField("decisionRights", .longText, "Beslutningskompetence", "Decision rights"),
            PlanField("anchoring", .longText, "Afslutning og forankring", "Ending and anchoring"),
            PlanField("dataSharing", .longText, "Personoplysninger", "Personal data"),
            PlanField("confirmed", .longText, "Bekræftet af", "Confirmed by"),
        ])

    static let tasks = PlanSection(
        .tasks, "Opgaver og ansvar", "Tasks and responsibility",
        [
            PlanField("activity", "Opgave", "Task"), PlanField("function", "Hvem", "Who"),
            PlanField("role", "Rolle", "Role"), agreementName,
        ])

    static let dates = PlanSection(
        .dates, "Datoer", "Dates",
        [
            PlanField("text", .longText, "Hvad", "What"), PlanField("date", .date, "Dato", "Date"),
            PlanField("kind", "Type", "Kind"), agreementName,
        ])

    static let resources = PlanSection(
        .resources, "Ressourcer", "Resources",
        [PlanField("what", "Hvad", "What"), PlanField("amount", "Hvor meget", "How much"), agreementName])

    static let parked = PlanSection(
        .parked, "Parkeret til enheden", "Parked for the unit",
        [
            PlanField("text", .longText, "Punkt", "Item"), PlanField("due", .date, "Dato", "Date"),
            PlanField("session", "Fra", "From"),
        ])

    static let wellbeing = PlanSection(
        .wellbeing, "Trivsel og fremmøde", "Wellbeing and attendance",
        [
            PlanField("title", "Handleplan", "Action plan"), PlanField("link", "Hvor den findes", "Where it is"),
            PlanField("text", .longText, "Sammenhæng med målene", "How it connects to the goals"),
        ])

    static let other = PlanSection(
        .other, "Øvrigt fra aftalerne", "Other from the agreements",
        [PlanField("title", "Felt", "Field"), PlanField("text", .longText, "Tekst", "Text"), agreementName])

    static let agreementName = PlanField("agreement", "Aftale", "Agreement")
}
