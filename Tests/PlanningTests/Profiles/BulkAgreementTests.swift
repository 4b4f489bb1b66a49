import Planning
import Testing

@Suite struct BulkAgreementTests {
    private let bulk = BulkAgreement(
        profile: .aftale, start: CalendarDate("2027-01-01"), end: CalendarDate("2027-12-31"),
        introduction: "Fælles indledning",
        corporateGoals: [
            .init(id: "fastholdelse", text: "Flere bliver i deres job", deadline: CalendarDate("2027-12-31"))
        ],
        rules: [.init(id: "gdpr", title: "Personoplysninger", text: "Efter kommunens regler")],
        holders: ["u-skole": "departmentHead"])

    @Test func `112 units get the common parts, each its own holder, and doing it twice changes nothing`() throws {
        for number in 1...112 {
            var bench = PlanBench()
            bench.plan = GoalPlan(weekId: "uge", unitId: number == 7 ? "u-skole" : "u-\(number)")
            bench.apply(bench.plan.layingIn(bulk, unitName: "Enhed \(number)"))
            let agreement = try #require(bench.plan.items(in: .agreement).first)
            #expect(agreement.text("holder") == (number == 7 ? "departmentHead" : "unitLeader"))
            #expect(bench.plan.items(in: .goals).map { $0.text("agreementType") } == ["corporate"])
            #expect(bench.plan.items(in: .rules).count == 1)
            #expect(bench.apply(bench.plan.layingIn(bulk, unitName: "Enhed \(number)")) == 0)
        }
    }

    @Test func `a corporate goal that changes is changed in every plan, but not where the leader wrote something else`()
        throws
    {
        var untouched = PlanBench()
        var written = PlanBench()
        untouched.apply(untouched.plan.layingIn(bulk, unitName: "E"))
        written.apply(written.plan.layingIn(bulk, unitName: "E"))
        try written.write("common:goal-fastholdelse", "text", "Vores ord")
        var next = bulk
        next.corporateGoals = [.init(id: "fastholdelse", text: "Endnu flere bliver")]
        untouched.apply(untouched.plan.layingIn(next, unitName: "E"))
        written.apply(written.plan.layingIn(next, unitName: "E"))
        #expect(untouched.plan.items["common:goal-fastholdelse"]?.text("text") == "Endnu flere bliver")
        #expect(written.plan.items["common:goal-fastholdelse"]?.text("text") == "Vores ord")
    }

    @Test func `what a leader took out does not come back`() throws {
        var bench = PlanBench()
        bench.apply(bench.plan.layingIn(bulk, unitName: "E"))
        bench.apply(
            try bench.plan.rewriting(.init(removed: ["common:rule-gdpr"]), seen: bench.plan.revision) { "x" })
        #expect(bench.plan.items(in: .rules).isEmpty)
        #expect(bench.apply(bench.plan.layingIn(bulk, unitName: "E")) == 0)
    }

    @Test func `a period that ends before it begins, an unknown holder and a bad id are faults`() {
        var bad = bulk
        bad.end = CalendarDate("2026-01-01")
        bad.holders = ["u": "konge"]
        bad.rules = [.init(id: "to ord", title: "x")]
        #expect(Set(bad.faults.map(\.path)) == ["$.end", "$.holders", "$.corporateGoals"])
        #expect(bulk.faults.isEmpty)
    }
}
