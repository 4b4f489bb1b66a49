import Foundation
import Planning
import Testing

@Suite struct FollowUpTests {
    private func bench(_ profile: Profile) throws -> PlanBench {
        var bench = PlanBench()
        bench.plan.profile = profile
        for type in ["political", "administrative", "local"] {
            try bench.add(.goals, ["text": type, "dialogueType": type, "needsBaseline": "no"], id: "g-\(type)")
            try bench.add(.initiatives, ["text": "i \(type)", "goals": "g-\(type)"], id: "i-\(type)")
        }
        return bench
    }

    private func dates(_ plan: GoalPlan, _ rule: String, _ year: Int = 2027) -> [String] {
        plan.followUps(in: year).filter { $0.ruleId.hasPrefix(rule) }.map(\.date.iso)
    }

    @Test func `a dialogue agreement follows up with the nearest leader on 1 March and 1 October`() throws {
        let plan = try bench(.dialogaftale).plan
        #expect(dates(plan, "leader-goals") == ["2027-03-01", "2027-10-01"])
        #expect(dates(plan, "leader-political-initiatives") == ["2027-03-01", "2027-10-01"])
        #expect(dates(plan, "leader-local-initiatives") == ["2027-03-01", "2027-10-01"])
    }

    @Test func `political goals go to the committee in November, but not in the first year after they were adopted`()
        throws
    {
        var bench = try bench(.dialogaftale)
        #expect(dates(bench.plan, "committee") == ["2027-11-01"])
        try bench.write("g-political", "adoptedOn", "2027-02-01")
        #expect(dates(bench.plan, "committee").isEmpty)
        #expect(dates(bench.plan, "committee", 2028) == ["2028-11-01"])
    }

    @Test func `administrative goals go to the directorate, and their initiatives twice a year to the coordinator`()
        throws
    {
        let plan = try bench(.dialogaftale).plan
        #expect(dates(plan, "directorate") == ["2027-10-01"] && dates(plan, "coordinator").count == 2)
        let about = plan.followUps(in: 2027).filter { $0.ruleId.hasPrefix("coordinator") }.flatMap(\.itemIds)
        #expect(Set(about) == ["i-administrative"])
    }

    @Test func `in the first year each goal is asked whether it needs a baseline, until somebody has answered`() throws
    {
        var bench = try bench(.dialogaftale)
        try bench.write("g-local", "adoptedOn", "2027-01-01")
        #expect(dates(bench.plan, "baseline").isEmpty)
        try bench.write("g-local", "needsBaseline", "")
        #expect(dates(bench.plan, "baseline") == ["2027-12-31"] && dates(bench.plan, "baseline", 2029).isEmpty)
    }

    @Test func `an agreement has a status that feeds the next and an annual report the year after`() throws {
        var bench = try bench(.aftale)
        #expect(dates(bench.plan, "status").count == 1 && dates(bench.plan, "annual-report").count == 1)
        try bench.add(.agreement, ["title": "A", "start": "2027-01-01", "end": "2027-12-31"], id: "a")
        #expect(dates(bench.plan, "status", 2028).isEmpty)
        #expect(dates(bench.plan, "annual-report", 2028) == ["2028-03-01"])
        #expect(dates(bench.plan, "annual-report", 2029).isEmpty)
    }

    @Test func `of the next year a plan follows up what is its own: its report, and all while its agreement runs`()
        throws
    {
        var bench = try bench(.aftale)
        func dates() -> [String] {
            bench.plan.followUps(ofPlanYear: 2027, calendar: .init()).map(\.date.iso)
        }
        #expect(dates() == ["2027-03-01", "2027-09-01", "2028-03-01"])
        try bench.add(.agreement, ["title": "A", "start": "2027-01-01", "end": "2028-12-31"], id: "a")
        #expect(dates() == ["2027-03-01", "2027-09-01", "2028-03-01", "2028-09-01"])
    }

    @Test func `the council's status in August is on the day that the week says`() throws {
        let plan = try bench(.maalplan).plan
        let day = CalendarDate("2027-08-17")
        #expect(plan.followUps(in: 2027, calendar: .init(councilStatusOn: day)).first?.date == day)
        #expect(dates(plan, "council-status") == ["2027-08-24"])
    }

    @Test func `a day that no text names is the municipality's own where the week sets it, and ours otherwise`() throws
    {
        let week = try Fixtures.week {
            $0["annualCycle", "followUpDays"] = [
                "status": "06-15", "annual-report": "02-28", "committee": "11-17", "leader-goals-march": "04-01",
            ]
        }
        let calendar = FollowUpCalendar(week)
        func date(_ profile: Profile, _ rule: String) throws -> String? {
            try bench(profile).plan.followUps(in: 2027, calendar: calendar).first { $0.ruleId == rule }?.date.iso
        }
        #expect(try date(.aftale, "status") == "2027-06-15" && date(.aftale, "annual-report") == "2027-02-28")
        #expect(try date(.dialogaftale, "committee") == "2027-11-17")
        #expect(try date(.dialogaftale, "directorate") == "2027-10-01")
        // The text on dialogue agreements names 1 March: nobody moves it.
        #expect(try date(.dialogaftale, "leader-goals-march") == "2027-03-01")
        #expect(dates(try bench(.aftale).plan, "status") == ["2027-09-01"])
    }

    @Test func `the page proposes the days that hold where the week sets none, of every rule that has a day to set`()
        throws
    {
        let page = String(decoding: try Fixtures.data("Web/src/model/followUpDays.ts"), as: UTF8.self)
        let written = try #require(page.firstMatch(of: /followUpDefaults = \{([^}]*)\}/)?.1)
        let proposed = written.matches(of: /'([\w-]+)': '(\d\d-\d\d)'/).map { (String($0.1), String($0.2)) }
        let own = FollowUpRule.settable.map { rule in
            (rule.id, [rule.month, rule.day].map { String(format: "%02d", $0 ?? 0) }.joined(separator: "-"))
        }
        #expect(Dictionary(uniqueKeysWithValues: proposed) == Dictionary(uniqueKeysWithValues: own))
    }

    @Test(arguments: ["02-29", "9-1", "13-01", "2027-09-01", "i september"])
    func `a follow-up day that doesn't come every year is a fault of the week`(day: String) throws {
        let faults = #expect(throws: ImportFaults.self) {
            try Fixtures.week { $0["annualCycle", "followUpDays"] = ["status": .string(day)] }
        }
        #expect(faults?.faults.map(\.path) == ["$.annualCycle.followUpDays.status"])
    }

    @Test func `a trial action is evaluated halfway and at its end, and what was evaluated is done`() throws {
        var bench = PlanBench()
        try bench.takeAll(try draft())
        let due = bench.plan.followUps(in: 2027).filter { $0.itemIds == ["trialAction:p-1"] }
        #expect(due.map(\.date.iso) == ["2027-04-03", "2027-05-07"] && due.allSatisfy { $0.doneOn == nil })
        try bench.add(
            .evaluations,
            [
                "effect": "Flere kom", "trialAction": "trialAction:p-1", "stage": "end", "date": "2027-05-10",
                "learned": "Mad virker",
            ])
        let after = bench.plan.followUps(in: 2027).filter { $0.itemIds == ["trialAction:p-1"] }
        #expect(after.map { $0.doneOn?.iso } == [nil, "2027-05-10"] && after.last?.outcome == "Mad virker")
    }

    @Test func `a follow-up that was done says when and what came of it, whoever notes it`() throws {
        var bench = try bench(.maalplan)
        let due = try #require(bench.plan.followUps(in: 2027).first)
        let note = PlanRewrite(items: [
            .init(
                id: due.id, section: .followUps,
                fields: ["title": "Status", "doneOn": "2027-08-20", "text": "Vi er på vej"])
        ])
        bench.apply(try bench.plan.rewriting(note, seen: bench.plan.revision) { "x" })
        let done = try #require(bench.plan.followUps(in: 2027).first { $0.id == due.id })
        #expect(done.doneOn?.iso == "2027-08-20" && done.outcome == "Vi er på vej")
    }

    @Test func `what is written through the year is open in a finished plan, and nothing else is`() throws {
        let plan = try bench(.maalplan).plan
        #expect(PlanRewrite(items: [.init(section: .observations, fields: ["value": "7"])]).isOfYear(in: plan))
        #expect(!PlanRewrite(items: [.init(id: "g-local", fields: ["text": "x"])]).isOfYear(in: plan))
        #expect(!PlanRewrite(removed: ["g-local"]).isOfYear(in: plan))
        #expect(!PlanRewrite(profile: .aftale).isOfYear(in: plan))
    }

    @Test func `a dialogue agreement is evaluated when its period ends`() throws {
        var bench = try bench(.dialogaftale)
        try bench.add(.agreement, ["title": "A", "start": "2026-01-01", "end": "2027-06-30"], id: "a")
        #expect(
            dates(bench.plan, "evaluation-end") == ["2027-06-30"] && dates(bench.plan, "evaluation-end", 2028).isEmpty)
    }

    @Test func `what a status came to is where the next agreement begins`() throws {
        var bench = try bench(.aftale)
        let due = try #require(bench.plan.followUps(in: 2027).first { $0.ruleId == "status" })
        let note = PlanRewrite(items: [
            .init(
                id: due.id, section: .followUps,
                fields: ["title": "Status", "doneOn": "2027-09-02", "text": "To mål er nået"])
        ])
        bench.apply(try bench.plan.rewriting(note, seen: bench.plan.revision) { "x" })
        var next = PlanBench()
        next.plan = GoalPlan(weekId: "uge-2028", unitId: "u-skole", profile: .aftale)
        let start = try #require(CalendarDate("2028-01-01"))
        next.apply(next.plan.carryingOver(bench.plan, from: start))
        #expect(next.plan.items(in: .basis).map { $0.text("text") } == ["To mål er nået"])
        #expect(next.apply(next.plan.carryingOver(bench.plan, from: start)) == 0)
    }
}
