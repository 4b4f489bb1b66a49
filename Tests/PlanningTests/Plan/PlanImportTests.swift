import Foundation
import Planning
import Testing

@Suite struct PlanImportTests {
    @Test func `there is one section for each id, and its lines have names of their own`() {
        #expect(Set(PlanSection.all.map(\.id)) == Set(PlanSection.ID.allCases))
        #expect(PlanSection.all.count == PlanSection.ID.allCases.count)
        for section in PlanSection.all { #expect(Set(section.fields.map(\.id)).count == section.fields.count) }
    }

    @Test func `every text of the draft is offered to an empty plan`() throws {
        let draft = try draft()
        let offers = PlanComparison(PlanBench().plan, draft).offers
        #expect(offers.allSatisfy { $0.status == .new })
        #expect(Set(offers.map(\.sourceId)).count == offers.count)
        let told = offers.flatMap { $0.lines.map(\.theirs) }.joined(separator: "\n")
        let goal = try #require(draft.goals.first)
        let agreement = try #require(draft.collaborations.first)
        var wanted: [String?] = [
            goal.text, goal.currentSituation, agreement.task, agreement.whyCross, agreement.decisionRights,
        ]
        for expectation in agreement.expectations { wanted += [expectation.need, expectation.give, expectation.limit] }
        for field in draft.collaborations.flatMap(\.other) {
            for row in field.rows { wanted += row.map(\.text.da) }
        }
        wanted += draft.timeline.map(\.text.da)
        wanted += draft.tasks.map(\.activity)
        wanted += draft.resources.map(\.what)
        wanted += draft.parkedItems.map(\.text)
        for case let text? in wanted { #expect(told.contains(text), "\(text)") }
    }

    @Test func `taking everything makes the plan say what the draft says, and taking it again changes nothing`() throws
    {
        let draft = try draft()
        var bench = PlanBench()
        let count = try bench.takeAll(draft)
        #expect(count > 100)
        let comparison = PlanComparison(bench.plan, draft)
        #expect(comparison.offers.allSatisfy { $0.status == .same })
        #expect(comparison.notOffered.count == comparison.offers.count)
        #expect(comparison.notOffered.allSatisfy { $0.reason == .same })
        let once = bench.plan
        let again = try bench.takeAll(draft)
        #expect(again == 0)
        #expect(bench.plan == once)
    }

    @Test func `a value says which session, model, content and units it comes from`() throws {
        let draft = try draft()
        var bench = PlanBench()
        try bench.takeAll(draft)
        let value = try #require(bench.plan.items["collaboration:c-1"]?.values["task"])
        #expect(value.origin.kind == .source && value.origin.version == draft.version)
        #expect(value.origin.models.map(\.modelId) == ["c-1"])
        #expect(
            value.origin.models.first?.contentVersion == draft.origins.first { $0.modelId == "c-1" }?.contentVersion)
        #expect(value.origin.models.first?.sessionId == "s-1")
        #expect(value.origin.unitIds == ["u-skole", "u-kfi"])
        try bench.write("collaboration:c-1", "task", "Vores egne ord")
        #expect(bench.plan.items["collaboration:c-1"]?.values["task"]?.origin == .leader)
    }

    @Test func `what the source changed is offered as changed, with the difference`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let later = try draft(["goals/m-1/text": "Et andet mål"])
        let line = try bench.line(later, "goal:m-1", "text")
        #expect(line.status == .changed && line.theirs == "Et andet mål" && line.before == line.mine)
        #expect(PlanComparison(bench.plan, later).offers.filter(\.isOpen).map(\.sourceId) == ["goal:m-1"])
    }

    @Test func `what a leader wrote and the source left alone stays and isn't asked about`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        try bench.write("goal:m-1", "text", "Lederens ord")
        #expect(try bench.line(draft(), "goal:m-1", "text").status == .kept)
        #expect(try PlanComparison(bench.plan, draft()).notOffered.contains { $0.reason == .kept })
    }

    @Test func `what both changed is a conflict, and each of the three choices settles it`() throws {
        let later = try draft(["goals/m-1/text": "Kildens nye ord"])
        for (choice, expected) in [
            (PlanDecision.Choice.take, "Kildens nye ord"), (.keep, "Lederens ord"),
            (.both, "Lederens ord\n\nKildens nye ord"),
        ] {
            var bench = PlanBench()
            try bench.takeAll(draft())
            try bench.write("goal:m-1", "text", "Lederens ord")
            #expect(try bench.line(later, "goal:m-1", "text").status == .conflicting)
            let decision = PlanDecision(sourceId: "goal:m-1", field: "text", choice)
            try bench.take(later, [decision])
            #expect(bench.plan.items["goal:m-1"]?.values["text"]?.text == expected)
            #expect(try !bench.line(later, "goal:m-1", "text").status.isOpen)
            let again = try bench.take(later, [decision])
            #expect(again == 0)
        }
    }

    @Test func `a date cannot be both, and then nothing of the import happens`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        try bench.write("goal:m-1", "deadline", "2028-01-01")
        let later = try draft(["goals/m-1/deadline": "2029-01-01", "goals/m-1/text": "Nyt"])
        let before = bench.plan
        #expect(throws: ImportFaults.self) {
            try bench.take(later, [.init(sourceId: "goal:m-1", .both), .init(sourceId: "goal:m-2", .take)])
        }
        #expect(bench.plan == before)
    }

    @Test func `what was refused is offered again only when the source changes`() throws {
        var bench = PlanBench()
        try bench.take(draft(), [.init(sourceId: "sign:t-2", .keep)])
        #expect(bench.plan.items(in: .signs).isEmpty)
        #expect(try bench.offer(draft(), "sign:t-2").status == .refused)
        let signText = try draft().goals.flatMap(\.signs).first { $0.id == "t-2" }?.text
        let later = try draft(["signs/t-2/target": "Alle"])
        let offer = try bench.offer(later, "sign:t-2")
        #expect(offer.status == .new && offer.wasRefused)
        try bench.take(later, [.init(sourceId: "sign:t-2", .take)])
        #expect(bench.plan.items["sign:t-2"]?.text("target") == "Alle")
        #expect(bench.plan.items["sign:t-2"]?.text("text") == signText)
    }

    @Test func `a refused item can still be taken`() throws {
        var bench = PlanBench()
        try bench.take(draft(), [.init(sourceId: "sign:t-2", .keep)])
        try bench.take(draft(), [.init(sourceId: "sign:t-2", .take)])
        #expect(try bench.offer(draft(), "sign:t-2").status == .same)
    }

    @Test func `a section is decided as a whole, and only what is open in it`() throws {
        var bench = PlanBench()
        try bench.take(draft(), [.init(sourceId: "sign:t-2", .keep), .init(section: .signs, .take)])
        #expect(bench.plan.items(in: .signs).map(\.id) == ["sign:t-1", "sign:t-4"])
        #expect(bench.plan.items(in: .goals).isEmpty)
    }

    @Test func `what is gone from the source stays in the plan, and says so`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let later = try Fixtures.draft { week in
            week["signs"] = .array(week.elements("signs").filter { $0["id"]?.string != "t-4" })
            week["trialActions"] = .array(
                week.elements("trialActions").map { action in
                    var action = action
                    action["signIds"] = .strings((action["signIds"]?.strings ?? []).filter { $0 != "t-4" })
                    return action
                })
            week["models"] = .array(
                week.elements("models").map { model in
                    var model = model
                    guard var fields = model["fields"], let signs = fields["signs"]?.strings else { return model }
                    fields["signs"] = .strings(signs.filter { $0 != "t-4" })
                    model["fields"] = fields
                    return model
                })
        }
        #expect(bench.plan.items["sign:t-4"] != nil)
        #expect(
            PlanComparison(bench.plan, later).notOffered.filter { $0.reason == .gone }.map(\.sourceId) == ["sign:t-4"])
    }

    @Test func `an agreement of other units isn't offered, and says why`() throws {
        let week = try Fixtures.week()
        let draft = try Fixtures.draft("u-ung")
        let reasons = PlanNotOffered.agreements(of: try Fixtures.states(week), besides: draft)
        #expect(reasons.map(\.sourceId) == ["collaboration:v-1", "collaboration:c-1"])
        #expect(reasons.allSatisfy { $0.reason == .otherUnits })
    }

    @Test func `a plan from a file isn't filled with what it says already`() throws {
        let draft = try draft()
        let text = try #require(draft.goals.first?.text)
        var bench = PlanBench()
        let file = JSONValue.object([
            "items": [["id": "mit-1", "section": "goals", "fields": ["text": .string(text), "type": "målbart"]]]
        ])
        bench.apply(try bench.plan.bringing(PlanFile(json: file.data())))
        #expect(try bench.offer(draft, "goal:m-1").itemId == "mit-1")
        try bench.take(draft, [.init(section: .goals, .take)])
        #expect(bench.plan.items(in: .goals).map(\.id).sorted() == ["goal:m-2", "mit-1"])
        #expect(bench.plan.items["mit-1"]?.head.sourceId == "goal:m-1")
        #expect(bench.plan.item(reference: "goal:m-1")?.id == "mit-1")
    }

    @Test func `an unknown item or line is a fault, and nothing is imported`() throws {
        for decision in [
            PlanDecision(sourceId: "goal:m-99", .take), PlanDecision(sourceId: "goal:m-1", field: "nej", .take),
        ] {
            #expect(throws: ImportFaults.self) {
                try GoalPlan(weekId: "w", unitId: "u").importing(
                    try draft(), [PlanDecision(sourceId: "goal:m-2", .take), decision])
            }
        }
    }

    @Test func `a plan and its changes come back from their JSON as they were`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        try bench.take(draft(["goals/m-1/text": "Nyt"]), [.init(sourceId: "goal:m-1", .take)])
        let coded = try JSONDecoder().decode(GoalPlan.self, from: try JSONEncoder().encode(bench.plan))
        #expect(coded == bench.plan)
        #expect(
            try JSONDecoder().decode([[PlanEdit]].self, from: try JSONEncoder().encode(bench.changes)) == bench.changes)
    }
}
