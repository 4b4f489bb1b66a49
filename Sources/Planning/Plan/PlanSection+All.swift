/// The parts of a goal plan (»Begreber til rejsen«, "Målplan"), in the order they are read; then what only other
/// profiles ask for, and what is written through the year.
extension PlanSection {
    /// The table of all sections and lines of a plan, in the plan's order. Ids are stored and never change.
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

    private static let agreementName = PlanField("agreement", "Aftale", "Agreement")
}

// MARK: - Other systems

/// Sections and lines that other systems than the goal plan ask for. Which text asks for each is said beside it.
extension PlanSection {
    /// What the agreement itself is: parties, period, and when it became one.
    static let agreement = PlanSection(
        .agreement, "Aftalen", "The agreement",
        [
            PlanField("title", "Aftale", "Agreement"),
            PlanField("holder", holders, "Aftaleholder", "Agreement holder", in: [.aftale]),
            PlanField("level", levels, "Niveau", "Level", in: [.dialogaftale]),
            PlanField("start", .date, "Gælder fra", "Valid from"), PlanField("end", .date, "Gælder til", "Valid to"),
            PlanField("introduction", .longText, "Indledning", "Introduction", in: [.aftale]),
            PlanField(
                "occasion", .longText, "Derfor er den lavet eller justeret nu", "Why it is made or adjusted now",
                in: [.dialogaftale]),
            PlanField(
                "operating", yesNo, "Grundlag for en driftsaftale", "Basis of an operating agreement",
                in: [.dialogaftale]),
            PlanField("between", between, "Aftalt mellem", "Agreed between", in: [.proceshjul]),
            PlanField(
                "parties", .longText, "Parter, der alle er ansvarlige", "Parties, all of them responsible",
                in: [.proceshjul, .aftale, .dialogaftale]),
            PlanField("agreedOn", .date, "Nu er det en aftale", "Now it is an agreement", in: [.proceshjul]),
            PlanField("kept", .longText, "Sådan lever vi op til den", "How we will meet it", in: [.proceshjul]),
            PlanField(
                "decision", .longText, "Lederens endelige beslutning", "The leader’s final decision",
                in: [.proceshjul]),
            PlanField("decidedOn", .date, "Besluttet", "Decided on", in: [.proceshjul]),
            PlanField(
                "forCitizens", .longText, "Sådan kan borgerne se det", "How citizens can see it", in: [.proceshjul]),
            PlanField(
                "links", .longText, "Vision, budget og planer, den hører til",
                "The vision, budget and plans it belongs to", in: [.proceshjul]),
            PlanField(
                "staffDialogue", .longText, "Drøftet på personalemøde eller i MED",
                "Discussed at a staff meeting or in the joint committee", in: [.proceshjul]),
        ])

    /// »Albertslundværdierne«: each workplace says what the value means there.
    static let values = PlanSection(
        .values, "Værdierne hos os", "The values here",
        [
            PlanField("value", fiveValues, "Værdi", "Value"),
            PlanField("text", .longText, "Det betyder den hos os", "What it means here"), agreementName,
        ])

    /// »Dialogaftaler«: the level below a goal.
    static let initiatives = PlanSection(
        .initiatives, "Indsatser", "Initiatives",
        [
            PlanField("text", .longText, "Indsats", "Initiative"), PlanField("goals", .references, "Mål", "Goals"),
            PlanField("responsible", "Ansvarlig", "Responsible"),
            PlanField("coordinator", "Foreslået tovholder", "Proposed coordinator"),
            PlanField("appointedOn", .date, "Udpeget af direktionen", "Appointed by the directorate"),
        ])

    /// »Dialogbaseret aftalestyring«: economy and staff within which the results are to be reached.
    static let frames = PlanSection(
        .frames, "Økonomi og personale", "Economy and staff",
        [
            PlanField("title", "Ramme", "Frame"),
            PlanField(
                "kind", [.init("economy", "økonomi", "economy"), .init("staff", "personale", "staff")], "Type", "Kind"),
            PlanField("amount", .amount, "Beløb i kr.", "Amount in DKK"),
            PlanField("text", .longText, "Bemærkning", "Remark"),
        ])

    static let rules = PlanSection(
        .rules, "Øvrige administrative spilleregler", "Other administrative rules",
        [PlanField("title", "Regel", "Rule"), PlanField("text", .longText, "Tekst", "Text")])

    /// A place for signatures; no text says who signs, so nothing is asked for.
    static let signatures = PlanSection(
        .signatures, "Underskrifter", "Signatures",
        [
            PlanField("function", "Funktion", "Function"), PlanField("unit", "Enhed", "Unit"),
            PlanField("date", .date, "Dato", "Date"),
        ])

    private static let goalLinesOfProfiles = [
        PlanField("agreementType", agreementTypes, "Måltype i aftalen", "Type in the agreement", in: [.aftale]),
        PlanField(
            "subtype", subtypes, "Politisk mål", "Political goal", in: [.aftale]),
        PlanField("formulatedBy", "Formuleret af", "Formulated by", in: [.aftale]),
        PlanField("focusArea", "Strategisk indsatsområde", "Strategic focus area", in: [.aftale]),
        PlanField("committee", "Udvalg", "Committee", in: [.aftale, .dialogaftale]),
        PlanField("cost", .amount, "Koster, kr.", "Cost, DKK", in: [.aftale]),
        PlanField("budget", .amount, "Afsat i budgettet, kr.", "In the budget, DKK", in: [.aftale]),
        PlanField(
            "councilApprovedOn", .date, "Godkendt i kommunalbestyrelsen", "Approved by the council", in: [.aftale]),
        PlanField(
            "involvement", .longText, "Bestyrelse og medarbejdere har været med sådan",
            "How board and staff were involved", in: [.aftale]),
        PlanField(
            "dialogueType", dialogueTypes, "Måltype i dialogaftalen", "Type in the dialogue agreement",
            in: [.dialogaftale]),
        PlanField(
            "policyText", .longText, "Politikken, eller hvor den står", "The policy, or where it stands",
            in: [.dialogaftale]),
        PlanField("adoptedOn", .date, "Politisk vedtaget", "Adopted", in: [.dialogaftale]),
        PlanField("priority", priorities, "Prioritering", "Priority", in: [.dialogaftale]),
        PlanField("needsBaseline", yesNo, "Nulpunktsmåling er nødvendig", "A baseline is needed", in: [.dialogaftale]),
    ]

    private static let holders: [PlanField.Choice] = [
        .init("chiefExecutive", "kommunaldirektør", "chief executive"),
        .init("departmentHead", "fag- eller stabschef", "head of department"),
        .init("unitLeader", "leder af institution eller driftsafdeling", "leader of an institution or department"),
    ]

    private static let levels: [PlanField.Choice] = [
        .init("1-2", "niveau 1–2", "levels 1–2"),
        .init("2-3-individual", "niveau 2–3, individuel", "levels 2–3, individual"),
        .init("2-3-collective", "niveau 2–3, kollektiv", "levels 2–3, collective"),
    ]

    private static let between: [PlanField.Choice] = [
        .init("leaderAndStaff", "leder og medarbejdere", "leader and staff"),
        .init("peers", "ligestillede kolleger", "peers"),
    ]

    private static let yesNo: [PlanField.Choice] = [.init("yes", "ja", "yes"), .init("no", "nej", "no")]

    static let agreementTypes: [PlanField.Choice] = [
        .init("political", "politisk mål", "political goal"), .init("professional", "fagligt mål", "professional goal"),
        .init("own", "eget mål", "own goal"), .init("corporate", "koncernmål", "corporate goal"),
    ]

    static let subtypes: [PlanField.Choice] = [
        .init("strategic", "strategisk", "strategic"), .init("operational", "driftsnært", "operational"),
    ]

    static let dialogueTypes: [PlanField.Choice] = [
        .init("political", "politisk mål", "political goal"),
        .init("administrative", "administrativt mål", "administrative goal"),
        .init("local", "lokalt mål", "local goal"),
    ]

    private static let priorities: [PlanField.Choice] = [
        .init("chosen", "prioriteret", "prioritised"), .init("later", "senere i perioden", "later in the period"),
        .init("none", "ikke relevant her", "not relevant here"),
    ]

    static let fiveValues: [PlanField.Choice] = [
        .init("professionalLatitude", "Det professionelle råderum", "Professional latitude"),
        .init("mutualInitiative", "Den gensidige initiativpligt", "Mutual duty of initiative"),
        .init("closeRelation", "Den nære relation", "The close relation"),
        .init("diversity", "Mangfoldighed", "Diversity"),
        .init("democraticBasis", "Det demokratiske grundlag", "The democratic basis"),
    ]
}

// MARK: - Through the year

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

    /// »Begreber til rejsen«, "Evaluering": underway and at the end, with effect and value for citizens.
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

    /// »Begreber til rejsen«, "Årshjul": the council's status in August, objective by objective.
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
