import Planning
import Testing

/// What a plan's year came to, and what citizens read of it.
@Suite struct AccountTests {
    private func bench() throws -> PlanBench {
        var bench = PlanBench()
        try bench.takeAll(try Fixtures.draft())
        bench.plan.profile = .aftale
        try bench.add(
            .evaluations,
            [
                "effect": "Flere kom til tiden", "trialAction": "trialAction:p-1", "stage": "end",
                "date": "2027-05-10", "decision": "scaleUp", "learned": "Mad og bold virker",
            ])
        try bench.add(.observations, ["value": "66 %", "sign": "sign:t-1", "date": "2027-04-01"])
        try bench.add(.observations, ["value": "71 %", "sign": "sign:t-1", "date": "2028-02-01"])
        try bench.add(
            .status,
            ["text": "Vi er på vej", "objective": "objective:ms-1", "state": "onTrack", "date": "2027-08-10"])
        try bench.add(.frames, ["title": "Løn", "kind": "staff", "amount": "120.000"])
        return bench
    }

    @Test func `an annual report tells every goal with what was tried, seen and decided in its year and no other`()
        throws
    {
        var bench = try bench()
        let week = try Fixtures.week()
        var report = AnnualReport(bench.plan, week: week, year: 2027)
        #expect(report.goals.map(\.text) == bench.plan.items(in: .goals).map(\.title))
        let action = try #require(report.goals[0].trialActions.first { !$0.evaluations.isEmpty })
        #expect(action.evaluations.map(\.decision?.da) == ["opskalér"])
        #expect(action.evaluations.map(\.learned) == ["Mad og bold virker"])
        let sign = try #require(report.goals.flatMap(\.signs).first { $0.signId == "sign:t-1" })
        #expect(sign.observations.map(\.text) == ["66 %"] && sign.baseline != nil)
        #expect(report.status.map(\.state?.da) == ["på vej"] && report.frames.map(\.amount) == ["120.000"])
        #expect(report.summary == nil && report.followUps.contains { $0.ruleId == "status" })
        let next = AnnualReport(bench.plan, week: week, year: 2028)
        #expect(next.status.isEmpty && next.goals.flatMap(\.trialActions).allSatisfy(\.evaluations.isEmpty))

        let due = try #require(
            bench.plan.followUps(in: 2028).first { $0.ruleId == FollowUpRule.annualReport })
        let note = PlanRewrite(items: [
            .init(
                id: due.id, section: .followUps,
                fields: ["title": "Årsberetning", "doneOn": "2028-02-20", "text": "To af tre mål er nået"])
        ])
        bench.apply(try bench.plan.rewriting(note, seen: bench.plan.revision) { "x" })
        report = AnnualReport(bench.plan, week: week, year: 2027)
        #expect(report.summary == "To af tre mål er nået")
    }

    @Test func `citizens read goals, what is tried and what came of it, and nothing of what is between colleagues`()
        throws
    {
        var bench = try bench()
        try bench.add(.agreement, ["title": "A", "forCitizens": "I kan følge med her"], id: "a")
        let shown = try #require(CitizenPlan(bench.plan, in: try Fixtures.week()))
        #expect(shown.introduction == "I kan følge med her" && shown.unitName == "Lærkeskolen")
        #expect(shown.goals.map(\.text) == bench.plan.items(in: .goals).map(\.title))
        let evaluations = shown.goals.flatMap(\.trialActions).flatMap(\.evaluations)
        #expect(
            evaluations.map(\.effect).contains("Flere kom til tiden") && evaluations.allSatisfy { $0.learned == nil })
        let text = "\(shown)"
        let inside: [(PlanSection.ID, [String])] = [
            (.tasks, ["activity", "function"]), (.collaborations, ["give", "need", "limit", "task", "dataSharing"]),
            (.resources, ["what", "amount"]), (.other, ["text"]),
        ]
        for (section, fields) in inside {
            for told in bench.plan.items(in: section).flatMap({ item in fields.compactMap { item.text($0) } }) {
                #expect(!text.contains(told), "\(told)")
            }
        }
    }
}
