/// Sections and lines that other systems than the goal plan ask for. The numbers are the seeds'.
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

    /// Seed 003: each workplace says what the value means there.
    static let values = PlanSection(
        .values, "Værdierne hos os", "The values here",
        [
            PlanField("value", fiveValues, "Værdi", "Value"),
            PlanField("text", .longText, "Det betyder den hos os", "What it means here"), agreementName,
        ])

    /// Seed 004: the level below a goal.
    static let initiatives = PlanSection(
        .initiatives, "Indsatser", "Initiatives",
        [
            PlanField("text", .longText, "Indsats", "Initiative"), PlanField("goals", .references, "Mål", "Goals"),
            PlanField("responsible", "Ansvarlig", "Responsible"),
            PlanField("coordinator", "Foreslået tovholder", "Proposed coordinator"),
            PlanField("appointedOn", .date, "Udpeget af direktionen", "Appointed by the directorate"),
        ])

    /// Seed 001: economy and staff within which the results are to be reached.
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

    /// A place for signatures; no seed says who signs, so nothing is asked for.
    static let signatures = PlanSection(
        .signatures, "Underskrifter", "Signatures",
        [
            PlanField("function", "Funktion", "Function"), PlanField("unit", "Enhed", "Unit"),
            PlanField("date", .date, "Dato", "Date"),
        ])

    static let goalLinesOfProfiles = [
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
