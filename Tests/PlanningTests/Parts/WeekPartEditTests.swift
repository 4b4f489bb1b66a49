import Planning
import Testing

@Suite struct WeekPartEditTests {
    private func week() throws -> JSONValue { StoredWeek(splitting: try Fixtures.example()).week }

    private func write(
        _ values: JSONValue, _ id: String? = nil, _ part: WeekPart.ID, in week: JSONValue? = nil
    ) throws -> (week: JSONValue, id: String) {
        try WeekPartEdit.writing(
            values, id, of: part, in: try week ?? self.week(), definitions: try Fixtures.definitions())
    }

    private func faults(_ values: JSONValue, _ part: WeekPart.ID) throws -> [String] {
        do {
            _ = try write(values, nil, part)
            return []
        } catch let error as ImportFaults {
            return error.faults.map(\.path)
        }
    }

    @Test func `a form writes what it names and takes away what it empties`() throws {
        let made = try write(["text": "Nyt mål", "unitId": "u-fam", "baseline.value": "3"], nil, .goals)
        #expect(made.id == "m-7" && Week(stored: made.week).goal("m-7")?.baseline?.value == "3")
        let changed = try write(["deadline": nil, "baseline.value": ""], "m-1", .goals)
        let goal = try #require(Week(stored: changed.week).goal("m-1"))
        #expect(changed.week.elements("goals")[0].object?.keys.contains("deadline") == false)
        #expect(goal.deadline == nil && goal.baseline?.value == nil && goal.baseline?.needed == true)
        #expect(goal.currentSituation == "Efteråret 2026 lå andelen på 14 %.")
    }

    @Test func `the yearly selection is written as one thing, and from its objectives`() throws {
        let selection = try write(
            ["year": 2028, "dialogueWith": ["MED"], "selectedObjectiveIds": ["ms-3"]], nil, .annualSelection)
        let written = try #require(Week(stored: selection.week).annualSelection)
        #expect(written.year == 2028 && written.dialogueWith == ["MED"] && written.selectedObjectiveIds == ["ms-3"])
        #expect(written.decidedBy == "Kommunalbestyrelsen")
        let off = try write(["selected": false], "ms-1", .objectives)
        #expect(Week(stored: off.week).annualSelection?.selectedObjectiveIds == ["ms-2"])
    }

    @Test func `faults of a form are told at its fields`() throws {
        #expect(try faults(["text": " ", "unitId": "u-fam"], .goals) == ["$.values.text"])
        #expect(try faults(["text": "X", "unitId": "u-9"], .goals) == ["$.values.unitId"])
        #expect(try faults(["text": "X", "farve": "rød"], .objectives) == ["$.values.farve"])
        #expect(try faults(["text": "X", "source": "pol-9"], .objectives) == ["$.values.source.id"])
        #expect(try faults(["title": "X", "validFrom": "i går"], .policies) == ["$.values.validFrom"])
    }

    @Test func `what refers to a thing is named, whatever kind of thing it is`() throws {
        let (document, definitions) = (try Fixtures.example(), try Fixtures.definitions())
        func uses(_ kind: EntityKind, _ id: String) -> [String] {
            WeekUse.uses(of: kind, id, in: document, definitions: definitions).map(\.words.da)
        }
        let group = uses(.citizenGroup, "bg-2")
        #expect(group.contains { $0.hasPrefix("mål »Inden sommerferien 2028 har 60 familier") })
        #expect(group.contains { $0.hasPrefix("session »") } && group.contains { $0.hasPrefix("samarbejdsmodel »") })
        #expect(uses(.objective, "ms-3").contains("årets udvælgelse"))
        #expect(uses(.policy, "pol-1").allSatisfy { $0.hasPrefix("målsætning »") } && uses(.policy, "pol-1").count == 2)
        #expect(uses(.unit, "u-ny").isEmpty)
    }

    @Test func `taking a thing away leaves a week that holds together`() throws {
        let made = try write(["text": "Ny", "source": "pol-1"], nil, .objectives)
        #expect(Week(stored: made.week).policies[0].objectiveIds == ["ms-1", "ms-2", made.id])
        let removed = WeekPartEdit.removing(made.id, of: .objectives, from: made.week)
        #expect(removed == (try week()))
    }
}
