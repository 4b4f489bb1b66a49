import Planning
import Testing

@Suite struct YearTests {
    @Test(arguments: [
        ("62 %", 62.0), ("1.234,5 kr.", 1234.5), ("ca. 9", 9), ("1.234", 1234), ("0,5", 0.5), ("3.5", 3.5), ("-4", -4),
        ("12 000", 12_000), ("14,", 14),
    ])
    func `a number is read as people write it in Danish`(_ text: String, _ value: Double) {
        #expect(NumberWords.value(text) == value)
    }

    @Test func `a text without a figure is no number`() {
        #expect(NumberWords.value("ingen endnu") == nil && NumberWords.value("") == nil)
        #expect(NumberWords.value("½") == nil)
    }

    @Test(arguments: [0, 1, 59, 60, 365, 20_000, 21_000, -1, -354_285])
    func `a day's number leads back to the day`(_ number: Int) {
        #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }

    @Test func `months are added to the last day that the month has`() throws {
        let day = try #require(CalendarDate("2027-08-31"))
        #expect(day.adding(months: 6)?.iso == "2028-02-29" && day.adding(months: 1)?.iso == "2027-09-30")
        #expect(day.adding(months: 12)?.iso == "2028-08-31")
    }

    @Test func `a sign's observations stand by date between where it began and where it is to go`() throws {
        var bench = PlanBench()
        try bench.takeAll(try draft())
        try bench.add(.observations, ["value": "70 %", "sign": "sign:t-1", "date": "2027-06-01"], id: "o2")
        try bench.add(.observations, ["value": "66 %", "sign": "sign:t-1", "date": "2027-04-01"], id: "o1")
        try bench.add(.observations, ["value": "Flere smil", "sign": "sign:t-1"], id: "o3")
        let series = try #require(bench.plan.signSeries.first { $0.signId == "sign:t-1" })
        #expect(series.baseline?.value == 62 && series.target?.value == 75)
        #expect(series.observations.map(\.value) == [66, 70, nil])
        #expect(series.observations.map(\.text) == ["66 %", "70 %", "Flere smil"])
    }

    @Test func `what was learned is found by its words, with the action it was learned from`() throws {
        var bench = PlanBench()
        try bench.takeAll(try draft())
        try bench.add(
            .evaluations,
            [
                "effect": "Kun få kom", "trialAction": "trialAction:p-1", "decision": "stop", "date": "2027-05-10",
                "learned": "Tidspunktet var forkert",
            ])
        let learned = bench.plan.learning(year: 2027)
        #expect(learned.map(\.trialAction) == ["Morgenhallen"] && learned.first?.decision == "stop")
        #expect(learned.first?.matches(["TIDSPUNKTET", "morgenhallen"]) == true)
        #expect(learned.first?.matches(["tidspunktet", "aften"]) == false)
    }

    @Test func `the report tells every objective, its units' status, and the years it was worked on`() throws {
        let week = try Fixtures.week()
        let last = try Fixtures.week { document in
            document["weekId"] = "sidste-aar"
            document["annualCycle"]?["year"] = 2026
            document["annualSelection"]?["selectedObjectiveIds"] = ["ms-1"]
            document["annualSelection"]?["mandatoryObjectiveIds"] = []
        }
        var bench = PlanBench()
        bench.plan = GoalPlan(weekId: week.id, unitId: "u-skole")
        try bench.takeAll(try draft())
        try bench.add(
            .status, ["text": "Godt på vej", "objective": "objective:ms-1", "state": "onTrack", "date": "2027-08-10"])
        let report = ObjectiveReport(week: week, plans: [bench.plan], earlier: [last])
        #expect(report.objectives.map(\.objectiveId) == week.objectives.map(\.id))
        let first = try #require(report.objectives.first { $0.objectiveId == "ms-1" })
        #expect(first.years == [2026, 2027] && first.units.map(\.unitId) == ["u-skole"])
        #expect(first.units.first?.state == "onTrack" && first.units.first?.text == "Godt på vej")
        #expect(first.units.first?.goals == 2 && first.units.first?.trialActions ?? 0 > 0)
        let mandatory = try #require(report.objectives.first { $0.objectiveId == "ms-3" })
        #expect(report.decidedBy == "Kommunalbestyrelsen" && report.dialogueWith.contains("organisationen"))
        #expect(mandatory.isMandatory && report.years == [2026, 2027])
    }
}
