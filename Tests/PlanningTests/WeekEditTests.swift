import Planning
import Testing

@Suite struct WeekEditTests {
    private let body: JSONValue = [
        "title": "Udviklingsuge 2028", "municipality": ["name": "Eksempelkøbing"], "start": "2028-01-17",
        "end": "2028-01-21",
        "units": [["name": "Skolen", "leaderFunction": "Skoleleder"], ["id": "u-1", "name": "Hallen"]],
        "citizenGroups": [["name": "Elever"]],
        "goals": [["unitId": "u-1", "text": "Flere i hallen"]],
    ]

    private func faults(_ body: () throws -> some Any) throws -> [String] {
        do {
            _ = try body()
            return []
        } catch let error as ImportFaults {
            return error.faults.map(\.path)
        }
    }

    @Test func `a new week is an importable document, and what has no id gets one`() throws {
        let document = try WeekEdit.newWeek(body, id: "uge-2028", definitions: Fixtures.definitions())
        let week = try Week(interchange: document, definitions: Fixtures.definitions())
        #expect(week.id == "uge-2028" && week.title == "Udviklingsuge 2028" && week.year == 2028)
        #expect(week.annualCycle.start?.iso == "2028-01-17")
        #expect(week.units.map(\.id) == ["u-2", "u-1"])
        #expect(week.citizenGroups.map(\.id) == ["bg-1"] && week.goals.map(\.id) == ["m-1"])
        #expect(week.interchange(models: [], definitions: try Fixtures.definitions()) == document)
    }

    @Test func `a week in December prepares the next year`() throws {
        var december = body
        december["start"] = "2028-12-04"
        december["end"] = "2028-12-08"
        let document = try WeekEdit.newWeek(december, id: "w", definitions: Fixtures.definitions())
        #expect(document["annualCycle", "year"] == 2029)
    }

    @Test func `faults of a new week are told where they were sent`() throws {
        var wrong = body
        wrong["start"] = "2028-01-25"
        wrong["title"] = ""
        let definitions = try Fixtures.definitions()
        #expect(
            try faults { try WeekEdit.newWeek(wrong, id: "w", definitions: definitions) }.sorted() == [
                "$.end", "$.title",
            ])
        #expect(try faults { try WeekEdit.newWeek("x", id: "w", definitions: definitions) } == ["$"])
        var unknown = body
        unknown["goals", 0, "unitId"] = "u-9"
        unknown["units", 1, "name"] = nil
        #expect(
            try faults { try WeekEdit.newWeek(unknown, id: "w", definitions: definitions) }.sorted()
                == ["$.goals[0].unitId", "$.units[1].name"])
    }

    @Test func `a patch edits what it names, adds what is new and removes nothing`() throws {
        let definitions = try Fixtures.definitions()
        let week = StoredWeek(splitting: try Fixtures.example()).week
        let patch: JSONValue = [
            "title": "Nyt navn", "units": [["id": "u-fam", "name": "Familieafdelingen"], ["name": "Biblioteket"]],
            "goals": [["id": "m-1", "deadline": "2028-12-31"]],
        ]
        let patched = try WeekEdit.patching(week, with: patch, definitions: definitions)
        var expected = week
        expected["title"] = "Nyt navn"
        expected["units", 1, "name"] = "Familieafdelingen"
        expected.append(["id": "u-1", "name": "Biblioteket"], to: "units")
        expected["goals", 0, "deadline"] = "2028-12-31"
        #expect(patched == expected)
    }

    @Test func `faults of a patch are told where they were sent, and nothing is changed`() throws {
        let definitions = try Fixtures.definitions()
        let week = StoredWeek(splitting: try Fixtures.example()).week
        let patch: JSONValue = ["goals": [["id": "m-3", "unitId": "u-9"], ["unitId": "u-fam"]], "units": "x"]
        #expect(try faults { try WeekEdit.patching(week, with: patch, definitions: definitions) } == ["$.units"])
        let second: JSONValue = ["goals": [["id": "m-3", "unitId": "u-9"], ["unitId": "u-fam"]]]
        #expect(
            try faults { try WeekEdit.patching(week, with: second, definitions: definitions) }.sorted()
                == ["$.goals[0].unitId", "$.goals[1].text"])
    }

    @Test func `a session takes its phases from an agenda unless it brings its own`() throws {
        let week = try Fixtures.example()
        let agendas = try Fixtures.agendas()
        let body: JSONValue = ["title": "Om fravær", "date": "2027-01-19", "startsAt": "09:00", "endsAt": "12:00"]
        let session = Week.Session(try WeekEdit.newSession(body, id: "s-9", in: week, agendas: agendas))
        #expect(session.id == "s-9" && session.phases.count == 11 && session.phases.allSatisfy { $0.question != nil })
        var own = body
        own["phases"] = [["title": "Alt", "minutes": 60]]
        let short = Week.Session(try WeekEdit.newSession(own, id: "s-9", in: week, agendas: agendas))
        #expect(short.phases == [Week.Phase(title: "Alt", minutes: 60, question: nil)])
        var wrong = body
        wrong["agenda"] = "findes-ikke"
        wrong["citizenGroupId"] = "bg-9"
        wrong["date"] = "i morgen"
        #expect(
            try faults { try WeekEdit.newSession(wrong, id: "s", in: week, agendas: agendas) }.sorted()
                == ["$.agenda", "$.citizenGroupId", "$.date"])
    }

    @Test func `a new model starts with what follows from its goals and its session`() throws {
        let document = try Fixtures.example()
        let session = try #require(Week(stored: document).session("s-1"))
        let body: JSONValue = ["level": "coordination", "title": "Ny aftale", "goalIds": ["m-3", "m-1", "m-2"]]
        let model = try WeekEdit.newModel(body, id: "n-1", session: session, in: Week(stored: document))
        #expect(
            model["fields"] == [
                "title": "Ny aftale", "citizenGroup": "bg-1", "goals": ["m-3", "m-1", "m-2"],
                "parties": ["u-fam", "u-skole"],
            ])
        var whole = document
        whole.append(model, to: "models")
        _ = try Week(interchange: whole, definitions: Fixtures.definitions())
        let wrong: JSONValue = ["level": "højt", "title": " ", "goalIds": ["m-9"]]
        #expect(
            try faults { try WeekEdit.newModel(wrong, id: "n", session: session, in: Week(stored: document)) }.sorted()
                == ["$.goalIds[0]", "$.level", "$.title"])
    }
}
