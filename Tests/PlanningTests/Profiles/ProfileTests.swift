import Planning
import Testing

@Suite struct ProfileTests {
    private func kinds(_ plan: GoalPlan) -> [PlanRemaining.Kind] {
        plan.remaining(known: []).map(\.kind)
    }

    private func all(of kind: Profile) throws -> PlanBench {
        var bench = PlanBench()
        try bench.takeAll(try draft())
        bench.plan.profile = kind
        return bench
    }

    @Test(arguments: Profile.allCases)
    func `each profile shows every section once at most, and only lines that the section has`(_ id: Profile) throws {
        let profile = PlanProfile.profile(id)
        #expect(profile.id == id)
        let whole = profile.parts.flatMap(\.sections).filter { $0.only == nil }.map(\.section)
        #expect(Set(whole).count == whole.count)
        for content in profile.parts.flatMap(\.sections) {
            guard let only = content.only else { continue }
            let field = try #require(PlanSection.section(content.section).field(only.field))
            #expect(
                field.kind == .choice
                    && only.choices.allSatisfy { id in id.isEmpty || field.choices.contains { $0.id == id } })
        }
        for (section, fields) in profile.needed {
            for field in fields { #expect(PlanSection.section(section).field(field) != nil, "\(section) \(field)") }
        }
    }

    @Test(arguments: Profile.allCases)
    func `the same data is read by every profile, and no goal is lost or shown twice`(_ id: Profile) throws {
        let bench = try all(of: id)
        let contents = PlanProfile.profile(id).parts.flatMap(\.sections).filter { $0.section == .goals }
        let shown = contents.flatMap { PlanProfile.items($0, of: bench.plan).map(\.id) }
        #expect(shown.sorted() == bench.plan.items(in: .goals).map(\.id).sorted())
    }

    @Test func `an agreement has the seven parts of its system, in order, and a place for signatures`() {
        let parts = PlanProfile.profile(.aftale).parts.map(\.title.da)
        #expect(
            parts.prefix(7) == [
                "Indledning", "Politiske mål", "Faglige mål", "Egne mål", "Koncernmål", "Økonomi",
                "Øvrige administrative spilleregler",
            ])
        #expect(parts.last == "Underskrifter" && PlanProfile.profile(.dialogaftale).parts.last?.id == "signatures")
    }

    @Test
    func `the process wheel asks for its three parts and for each of the five values in the workplace's own words`()
        throws
    {
        var plan = GoalPlan(weekId: "u", unitId: "e", profile: .proceshjul)
        #expect(kinds(plan).filter { $0 == .partEmpty }.count == 4)
        #expect(kinds(plan).filter { $0 == .valueMissing }.count == 5)
        var bench = PlanBench()
        bench.plan.profile = .proceshjul
        try bench.add(.values, ["value": "diversity", "text": "Alle bliver budt ind"])
        try bench.add(.resources, ["what": "Ti timer"])
        plan = bench.plan
        #expect(kinds(plan).filter { $0 == .valueMissing }.count == 4)
        #expect(kinds(plan).filter { $0 == .partEmpty }.count == 3)
    }

    @Test func `what the example says of values and types of goals is offered to the plan`() throws {
        let bench = try all(of: .aftale)
        #expect(bench.plan.items["goal:m-1"]?.text("agreementType") == "political")
        #expect(bench.plan.items["goal:m-1"]?.text("subtype") == "strategic")
        #expect(bench.plan.items["goal:m-2"]?.text("dialogueType") == "local")
        let value = try #require(bench.plan.items(in: .values).first)
        #expect(value.text("value") == "mutualInitiative" && value.text("agreement") != nil)
    }

    @Test
    func `a political goal needs approval, its link, and the budget seminar when it costs more than the budget has`()
        throws
    {
        var bench = try all(of: .aftale)
        func found(_ id: String) -> Set<PlanRemaining.Kind> {
            Set(bench.plan.remaining(known: []).filter { $0.itemId == id }.map(\.kind))
        }
        #expect(found("goal:m-1").isSuperset(of: [.notApproved, .noFocusArea]))
        #expect(!found("goal:m-1").contains(.budgetSeminar) && found("goal:m-2").contains(.noInvolvement))
        try bench.write("goal:m-1", "cost", "120.000")
        #expect(found("goal:m-1").contains(.budgetSeminar))
        try bench.write("goal:m-1", "budget", "120.000,00 kr.")
        try bench.write("goal:m-1", "councilApprovedOn", "2026-12-15")
        try bench.write("goal:m-1", "focusArea", "Fremmøde")
        try bench.write("goal:m-2", "involvement", "Drøftet i bestyrelsen")
        #expect(found("goal:m-1").isDisjoint(with: [.notApproved, .noFocusArea, .budgetSeminar]))
        #expect(!found("goal:m-2").contains(.noInvolvement))
        try bench.write("goal:m-1", "subtype", "operational")
        #expect(found("goal:m-1").contains(.noFocusArea))
    }

    @Test func `the periods of dialogue agreements are a year and a half and two and a half, and fill the term`() throws
    {
        let start = try #require(CalendarDate("2026-01-01"))
        let short = DialoguePeriod.periods(termStart: start)
        #expect(
            short.map(\.start.iso) == ["2026-01-01", "2027-07-01"]
                && short.map(\.end.iso) == ["2027-06-30", "2029-12-31"])
        let long = DialoguePeriod.periods(termStart: start, isShortFirst: false)
        #expect(long.map(\.end.iso) == ["2028-06-30", "2029-12-31"])
        for period in short + long {
            #expect([18, 30].contains(DialoguePeriod.months(from: period.start, to: period.end)))
        }
    }

    @Test func `an unusual period, a goal without priority and a missing baseline are told`() throws {
        var bench = try all(of: .dialogaftale)
        try bench.add(.agreement, ["title": "Aftalen", "start": "2026-01-01", "end": "2026-12-31", "level": "1-2"])
        let agreement = try #require(bench.plan.items(in: .agreement).first)
        try bench.write("goal:m-2", "dialogueType", "administrative")
        try bench.write("goal:m-2", "needsBaseline", "yes")
        try bench.write("goal:m-2", "baseline", "")
        #expect(Set(kinds(bench.plan)).isSuperset(of: [.unusualPeriod, .notPrioritised, .needsBaseline]))
        try bench.write(agreement.id, "end", "2028-06-30")
        try bench.write("goal:m-2", "priority", "chosen")
        try bench.write("goal:m-2", "baseline", "14 %")
        #expect(Set(kinds(bench.plan)).isDisjoint(with: [.unusualPeriod, .notPrioritised, .needsBaseline]))
    }

    @Test func `a choice that a line does not have and an amount that is no number are refused`() throws {
        let bench = try all(of: .aftale)
        for (field, text) in [("agreementType", "hemmeligt"), ("cost", "mange")] {
            #expect(throws: PlanRewriteError.self) {
                try bench.plan.rewriting(
                    .init(items: [.init(id: "goal:m-1", fields: [field: text])]), seen: bench.plan.revision
                ) { "x" }
            }
        }
    }

    /// What the seeds ask an agreement and its goals to have a place for.
    private static let places: [(Profile, PlanSection.ID, Set<String>)] = [
        (
            .proceshjul, .agreement,
            [
                "agreedOn", "kept", "parties", "decision", "decidedOn", "between", "forCitizens", "links",
                "staffDialogue",
            ]
        ), (.proceshjul, .values, ["value", "text"]),
        (.aftale, .agreement, ["holder", "start", "end", "introduction"]),
        (
            .aftale, .goals,
            [
                "agreementType", "subtype", "formulatedBy", "focusArea", "committee", "cost", "budget",
                "councilApprovedOn", "involvement",
            ]
        ), (.aftale, .frames, ["kind", "amount"]), (.aftale, .signatures, ["function", "date"]),
        (.dialogaftale, .agreement, ["start", "end", "occasion", "level", "operating"]),
        (.dialogaftale, .goals, ["dialogueType", "policyText", "adoptedOn", "priority", "needsBaseline"]),
        (.dialogaftale, .initiatives, ["goals", "responsible", "coordinator", "appointedOn"]),
        (.dialogaftale, .signatures, ["function", "date"]),
    ]

    @Test(arguments: places.indices)
    func `what a system needs said has a line of its own, which the goal plan doesn't ask for`(_ index: Int) {
        let (profile, section, lines) = Self.places[index]
        let fields = PlanSection.section(section).fields
        #expect(lines.isSubset(of: Set(fields.filter { $0.isAsked(in: profile) }.map(\.id))))
        guard section == .goals else { return }
        #expect(lines.isDisjoint(with: Set(fields.filter { $0.isAsked(in: .maalplan) }.map(\.id))))
    }

    @Test func `each of the three holders, three levels and five values can be chosen`() {
        let agreement = PlanSection.section(.agreement)
        #expect(agreement.field("holder")?.choices.count == 3 && agreement.field("level")?.choices.count == 3)
        #expect(PlanSection.section(.values).field("value")?.choices.count == 5)
        #expect(agreement.field("between")?.choices.map(\.id).contains("peers") == true)
    }
}
