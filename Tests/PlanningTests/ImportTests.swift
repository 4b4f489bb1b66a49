import TestSeeds
import Foundation
import Planning
import Testing

@Suite struct ImportTests {
    private func faults(_ change: (inout JSONValue) throws -> Void) throws -> [ImportFault] {
        var document = try Fixtures.example()
        try change(&document)
        do {
            _ = try Week(interchange: document, definitions: Fixtures.definitions())
            return []
        } catch let error as ImportFaults {
            return error.faults
        }
    }

    private func expectOne(
        _ path: String, _ message: String? = nil, _ change: (inout JSONValue) throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let faults = try faults(change)
        #expect(faults.map(\.path) == [path], sourceLocation: sourceLocation)
        if let message { #expect(faults.first?.message == message, sourceLocation: sourceLocation) }
        #expect(faults.allSatisfy { !$0.message.isEmpty && !$0.messageEn.isEmpty }, sourceLocation: sourceLocation)
    }

    @Test func `the example is without fault`() throws {
        #expect(try faults { _ in }.isEmpty)
    }

    @Test func `a wrong type is told with what should be there`() throws {
        try expectOne("$.goals[0].text", "Her skal stå en tekst, men her står et tal.") { $0["goals", 0, "text"] = 7 }
        try expectOne("$.units") { $0["units"] = [:] }
        try expectOne("$.models[0].fields.task") { $0["models", 0, "fields", "task"] = 5 }
        try expectOne("$.models[0].fields.knowledgeItems[0].personalData") {
            $0["models", 0, "fields", "knowledgeItems", 0, "personalData"] = "nej"
        }
        #expect(try faults { $0["goals", 1] = "et mål" }.map(\.path).contains("$.goals[1]"))
    }

    @Test func `a document that is no object is one fault`() throws {
        #expect(try faults { $0 = [] }.map(\.path) == ["$"])
    }

    @Test func `a missing member is told by its own path`() throws {
        try expectOne("$.goals[2].unitId", "»unitId« mangler.") { $0["goals", 2, "unitId"] = nil }
        try expectOne("$.municipality") { $0["municipality"] = nil }
        try expectOne("$.models[1].confirmations[0]") { $0["models", 1, "confirmations", 0, "unitId"] = nil }
        try expectOne("$.models[1].confirmations[0].on") { $0["models", 1, "confirmations", 0, "on"] = .null }
    }

    @Test func `an unknown reference names what was looked for`() throws {
        try expectOne("$.goals[2].unitId", "Der er ingen enhed med id »u-x«.") { $0["goals", 2, "unitId"] = "u-x" }
        try expectOne("$.models[0].fields.parties[1]") { $0["models", 0, "fields", "parties", 1] = "u-x" }
        try expectOne("$.models[0].fields.roles[0].unitId") { $0["models", 0, "fields", "roles", 0, "unitId"] = "u-x" }
        try expectOne("$.models[2].fields.externalParties[0].externalId") {
            $0["models", 2, "fields", "externalParties", 0, "externalId"] = "u-skole"
        }
        try expectOne("$.models[0].sessionId") { $0["models", 0, "sessionId"] = "s-9" }
        try expectOne("$.sessions[0].modelIds[0]") { $0["sessions", 0, "modelIds", 0] = "k-9" }
        try expectOne("$.trialActions[0].signIds[0]") { $0["trialActions", 0, "signIds", 0] = "t-9" }
        try expectOne("$.objectives[0].source.id") { $0["objectives", 0, "source", "id"] = "bud-2027" }
    }

    @Test func `an id used twice is told where it is used again`() throws {
        try expectOne("$.goals[1].id", "Id'et »m-1« er brugt før.") {
            $0["goals", 1, "id"] = "m-1"
            $0["goals", 0, "id"] = "m-1"
            // What referred to the goal that lost its id refers to the other.
            let text = $0.text().replacingOccurrences(of: "\"m-2\"", with: "\"m-1\"")
            $0 = try JSONValue.parse(text)
        }
        try expectOne("$.sessions[0].participants[1].id") { $0["sessions", 0, "participants", 1, "id"] = "d1" }
    }

    @Test func `a day that doesn't exist is a bad date`() throws {
        try expectOne("$.goals[0].deadline", "»2028-06-31« er ikke en dato; skriv den som 2027-01-31.") {
            $0["goals", 0, "deadline"] = "2028-06-31"
        }
        try expectOne("$.models[0].fields.period.start") { $0["models", 0, "fields", "period", "start"] = "1/2 2027" }
        try expectOne("$.models[0].fields.evaluation[0].date") {
            $0["models", 0, "fields", "evaluation", 0, "date"] = ""
        }
        try expectOne("$.sessions[0].startsAt") { $0["sessions", 0, "startsAt"] = "9.00" }
    }

    @Test func `what ends before it starts is told at its end`() throws {
        try expectOne("$.sessions[0].endsAt") { $0["sessions", 0, "endsAt"] = "08:00" }
        try expectOne("$.annualCycle.developmentWeek.end") {
            $0["annualCycle", "developmentWeek", "end"] = "2027-01-01"
        }
    }

    @Test func `a level is one of three`() throws {
        try expectOne("$.models[0].level") { $0["models", 0, "level"] = "viden" }
    }

    @Test func `another version of the format is refused`() throws {
        try expectOne("$.schemaVersion", "Formatets version skal være 1.") { $0["schemaVersion"] = 2 }
        try expectOne("$.schemaVersion") { $0["schemaVersion"] = nil }
        try expectOne("$.schemaVersion") { $0["schemaVersion"] = "1" }
    }

    @Test(arguments: ["", "a b", "a/b", "..", "<script>", String(repeating: "a", count: 101), "a\nb", "a?b#c"])
    func `an id that cannot stand in an address is refused`(_ id: String) throws {
        let faults = try faults { $0["externalParties", 2, "id"] = .string(id) }
        #expect(faults.contains { $0.path == "$.externalParties[2].id" })
    }

    @Test func `ids of other alphabets are fine`() throws {
        #expect(Identifier.isValid("enhed-Ærø_1") && Identifier.isValid("a\u{30a}rsplan"))
    }

    @Test func `too long texts and lists are refused`() throws {
        try expectOne("$.goals[0].text") { $0["goals", 0, "text"] = .string(String(repeating: "æ", count: 600_000)) }
        try expectOne("$.units[1].name") { $0["units", 1, "name"] = .string(String(repeating: "a", count: 1_001)) }
        try expectOne("$.policies") { $0["policies"] = .array(Array(repeating: .null, count: 10_001)) }
    }

    @Test func `a file nested too deeply or not JSON is one fault`() throws {
        let definitions = try Fixtures.definitions()
        for text in [String(repeating: "{\"a\":", count: 40), "{]", ""] {
            let error = #expect(throws: ImportFaults.self) {
                try Week(importing: Data(text.utf8), definitions: definitions)
            }
            #expect(error?.faults.map(\.path) == ["$"])
        }
    }

    @Test func `every fault is told, not only the first`() throws {
        let faults = try faults {
            $0["goals", 0, "text"] = nil
            $0["goals", 2, "unitId"] = "u-x"
            $0["goals", 3, "deadline"] = "i morgen"
            $0["models", 0, "level"] = "højt"
            $0["units", 4, "name"] = "  "
            $0["sessions", 1, "title"] = 3
        }
        #expect(
            Set(faults.map(\.path)) == [
                "$.goals[0].text", "$.goals[2].unitId", "$.goals[3].deadline", "$.models[0].level", "$.units[4].name",
                "$.sessions[1].title",
            ])
    }

    @Test func `a thousand faults are cut short, and that is said`() throws {
        let faults = try faults { $0["policies"] = .array(Array(repeating: .null, count: 2_000)) }
        #expect(faults.count == 501 && faults.last?.path == "$")
    }

    @Test func `a week that was made here has few members`() throws {
        let week = try Week(
            interchange: ["schemaVersion": 1, "weekId": "uge-1", "title": "Uge", "municipality": ["name": "X"]],
            definitions: Fixtures.definitions())
        #expect(week.id == "uge-1" && week.title == "Uge" && week.goals.isEmpty && week.models.isEmpty)
    }

    @Test func `a week that cannot be known again is refused`() throws {
        try expectOne("$") { $0["annualCycle", "year"] = nil }
        #expect(try Fixtures.week().id == "kom-x-2027")
        #expect(try Fixtures.week { $0["weekId"] = "min-uge" }.id == "min-uge")
    }

    @Test func `random damage to the example is a fault or a week, never a trap`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let definitions = try Fixtures.definitions()
        let example = try Fixtures.example()
        var taken = 0
        for _ in 0..<30 {
            let document = Self.damaged(example, &generator)
            guard let week = try? Week(interchange: document, definitions: definitions) else { continue }
            taken += 1
            let states = try Fixtures.states(week)
            let exported = week.interchange(models: states, definitions: definitions)
            let isSame = exported == document
            #expect(isSame, "seed \(seed): \(exported.firstDifference(from: document))")
            if let unit = week.units.randomElement(using: &generator) {
                _ = GoalPlanDraft.make(unitId: unit.id, week: week, models: states, definitions: definitions)
            }
        }
        #expect(taken > 0, "seed \(seed)")
    }

    private static func damaged(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
        let junk: [JSONValue] = [nil, 1, true, "x", [], [:], "2027-01-01", ["unitId": "u-fam"]]
        if Int.random(in: 0..<4_000, using: &generator) == 0 {
            return junk[Int.random(in: 0..<junk.count, using: &generator)]
        }
        switch value {
        case .array(let elements): return .array(elements.map { damaged($0, &generator) })
        case .object(let members):
            var result: [String: JSONValue] = [:]
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                if Int.random(in: 0..<3_000, using: &generator) != 0 { result[key] = damaged(member, &generator) }
            }
            return .object(result)
        default: return value
        }
    }
}
