import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct RoundTripTests {
    private func export(_ week: Week, change: (inout CollaborationModel) -> Void = { _ in }) throws -> JSONValue {
        try week.interchange(models: Fixtures.states(week, change: change), definitions: Fixtures.definitions())
    }

    @Test func `an untouched week is exported as it was imported`() throws {
        let week = try Fixtures.week()
        #expect(try export(week) == week.source)
        #expect(StoredWeek(splitting: week.source).joined() == week.source)
    }

    /// Every sentence that people wrote replaced, in the order of the keys.
    private func replacing(_ json: JSONValue, by text: () -> String) -> JSONValue {
        switch json {
        case .string(let old): old.contains(" ") ? .string(text()) : json
        case .array(let elements): .array(elements.map { replacing($0, by: text) })
        case .object(let members):
            .object(
                Dictionary(
                    members.sorted { $0.key < $1.key }.map { ($0.key, replacing($0.value, by: text)) },
                    uniquingKeysWith: { first, _ in first }))
        case .null, .bool, .number: json
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a week of hostile texts that is exported and imported three times says the same, byte for byte`(
        seed: UInt64
    ) throws {
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let document = replacing(try Fixtures.example()) { "ord " + hostile.next() }
        let definitions = try Fixtures.definitions()
        var text = document.text()
        var texts: [String] = []
        for _ in 0..<3 {
            text = try export(try Week(importing: Data(text.utf8), definitions: definitions)).text(pretty: true)
            texts.append(text)
        }
        #expect(Set(texts.map { Array($0.utf8) }).count == 1)
    }

    @Test func `members nobody knows survive at every level`() throws {
        let week = try Fixtures.week {
            $0["nyt"] = try JSONValue.parse("{\"a\":[1.50,null]}")
            for place in ["units", "goals", "trialActions", "signs", "sessions", "models"] {
                $0[.member(place), 0, "nyt"] = 1
            }
            $0["models", 0, "fields", "nytFelt"] = ["tekst"]
            $0["models", 0, "fields", "roles", 0, "nyt"] = true
            $0["models", 0, "confirmations", 0, "nyt"] = "x"
            $0["models", 0, "fields", "period", "nyt"] = nil
        }
        #expect(try export(week) == week.source)
        var expected = week.source
        expected["models", 0, "fields", "roles", 0, "activity"] = "Ny opgave"
        let exported = try export(week) { $0.setCell("roles", 0, "activity", .text("Ny opgave"), in: "v-1") }
        #expect(exported["models", 0, "fields"] == expected["models", 0, "fields"])
        #expect(exported["models", 0, "confirmations", 0, "nyt"] == "x")
    }

    @Test func `an edit changes what was edited and nothing else`() throws {
        let week = try Fixtures.week()
        var expected = week.source
        expected["models", 1, "fields", "task"] = "En ny opgave"
        expected["models", 1, "state"] = "confirmedBeforeChange"
        let version = try #require(try Fixtures.states(week).first { $0.model.id == "k-1" }).contentVersion
        for index in 0..<3 {
            expected["models", 1, "confirmations", .index(index), "contentVersion"] = .string(version)
        }
        let exported = try export(week) { if $0.id == "k-1" { $0.values["task"] = .text("En ny opgave") } }
        #expect(exported == expected)
    }

    @Test func `what was exported after an edit imports again and says the same`() throws {
        let week = try Fixtures.week()
        let definitions = try Fixtures.definitions()
        let states = try Fixtures.states(week) { if $0.id == "k-1" { $0.values["task"] = .text("En ny opgave") } }
        let exported = week.interchange(models: states, definitions: definitions)
        let again = try Week(interchange: exported, definitions: definitions)
        let stateAgain = try #require(try Fixtures.states(again).first { $0.model.id == "k-1" })
        #expect(stateAgain.confirmations.allSatisfy { stateAgain.state(of: $0) == .beforeChange })
        #expect(stateAgain.agreement == .confirmedBeforeChange)
        #expect(try export(again) == exported)
    }

    @Test func `a state of the document's own is kept until something it depends on changes`() throws {
        let week = try Fixtures.week { $0["models", 2, "state"] = "confirmed" }
        #expect(try export(week)["models", 2, "state"] == "confirmed")
        let changed = try export(week) { if $0.id == "c-1" { $0.values["rhythm"] = .text("Hver dag") } }
        #expect(changed["models", 2, "state"] == "draft")
    }

    @Test func `a trial action edited in a model is edited in the week`() throws {
        let week = try Fixtures.week()
        var expected = week.source
        expected["trialActions", 0, "scale"] = "Tre morgener"
        expected["trialActions", 0, "end"] = nil
        let exported = try export(week) {
            $0.setCell("trialActions", 0, "scale", .text("Tre morgener"), in: "c-1")
            $0.setCell("trialActions", 0, "end", nil, in: "c-1")
        }
        #expect(exported["trialActions"] == expected["trialActions"])
        #expect(exported["models", 2, "fields"] == expected["models", 2, "fields"])
    }

    @Test func `a sign made in a model becomes a sign of the week`() throws {
        let week = try Fixtures.week()
        let exported = try export(week) { model in
            guard model.id == "c-1" else { return }
            model.addRow(
                "signs", Row(id: "r-ny", order: "zz", cells: ["text": .text("Nyt tegn"), "goalId": .reference("m-2")]))
        }
        #expect(exported["signs", 5] == ["id": "r-ny", "text": "Nyt tegn", "goalId": "m-2"])
        #expect(exported["models", 2, "fields", "signs"] == ["t-1", "t-2", "r-ny"])
        _ = try Week(interchange: exported, definitions: Fixtures.definitions())
    }

    @Test func `two models that edit the same milestone both count`() throws {
        let week = try Fixtures.week { $0["models", 1, "fields", "milestones"] = ["mp-2"] }
        let exported = try export(week) {
            if $0.id == "k-1" { $0.setCell("milestones", 0, "text", .text("Fra k-1"), in: "k-1") }
            if $0.id == "c-1" { $0.setCell("milestones", 1, "evidence", .text("Fra c-1"), in: "c-1") }
        }
        #expect(exported["milestones", 1, "text"] == "Fra k-1")
        #expect(exported["milestones", 1, "evidence"] == "Fra c-1")
    }

    @Test func `rows keep their members when they are moved`() throws {
        let week = try Fixtures.week { $0["models", 0, "fields", "roles", 2, "nyt"] = 1 }
        let exported = try export(week) { model in
            guard model.id == "v-1", case .rows(var rows, let none)? = model.values["roles"] else { return }
            rows[2].order = "0"
            model.values["roles"] = .rows(rows.sorted(by: Row.precedes), noneBecause: none)
        }
        let roles = try #require(week.source["models", 0, "fields", "roles"]?.array)
        #expect(exported["models", 0, "fields", "roles"] == .array([roles[2], roles[0], roles[1]]))
    }

    @Test func `ids that don't exist are not exported, so that the export can be imported`() throws {
        let week = try Fixtures.week()
        let exported = try export(week) { model in
            model.values["parties"] = .references(["u-skole", "u-findes-ikke"])
            model.values["coordinator"] = .unitFunction(.init(unitId: "u-findes-ikke", function: "Leder"))
            model.addRow(
                "roles", Row(id: "r-x", order: "z", cells: ["unitId": .reference("x"), "activity": .text("A")]))
            model.addRow("signs", Row(id: "r-tom", order: "z", cells: [:]))
        }
        _ = try Week(interchange: exported, definitions: Fixtures.definitions())
        #expect(exported["models", 0, "fields", "coordinator"] == ["function": "Leder"])
        #expect(exported["models", 0, "fields", "roles", 3] == ["activity": "A"])
    }

    @Test func `"none, because" stands instead of the rows, and beside them when there are both`() throws {
        let week = try Fixtures.week { $0["models", 0, "fields", "externalParties"] = "Ingen har tid." }
        #expect(try export(week) == week.source)
        let model = try #require(try Fixtures.states(week).first { $0.model.id == "v-1" }).model
        #expect(model.noneBecause("externalParties") == "Ingen har tid.")
        let exported = try export(week) { model in
            guard model.id == "v-1" else { return }
            model.addRow("externalParties", Row(id: "r-1", order: "V", cells: ["contribution": .text("Kaffe")]))
        }
        #expect(exported["models", 0, "fields", "externalParties"] == [["contribution": "Kaffe"]])
        #expect(exported["models", 0, "fields", "externalPartiesNoneBecause"] == "Ingen har tid.")
    }

    @Test func `a model made here is added to the week and to its session`() throws {
        let week = try Fixtures.week()
        let definitions = try Fixtures.definitions()
        let model = CollaborationModel(id: "ny", level: .coordination, values: ["title": .text("Ny")])
        let state = ModelState(model: model, sessionId: "s-2", confirmations: [], contentVersion: "1")
        let exported = try week.interchange(models: Fixtures.states(week) + [state], definitions: definitions)
        #expect(
            exported["models", 3] == [
                "id": "ny", "sessionId": "s-2", "level": "coordination", "state": "draft", "fields": ["title": "Ny"],
            ])
        #expect(exported["sessions", 1, "modelIds"] == ["v-1", "ny"])
        _ = try Week(interchange: exported, definitions: definitions)
    }

    @Test func `a content version that came with a confirmation is kept, whether it is the content's or not`() throws {
        let plain = try Fixtures.week()
        let version = try #require(try Fixtures.states(plain).first).contentVersion
        for version in [version, "en ældre"] {
            let week = try Fixtures.week { $0["models", 0, "confirmations", 0, "contentVersion"] = .string(version) }
            #expect(try export(week) == week.source)
        }
    }

    @Test func `a model without a state gets one only when it is changed`() throws {
        let week = try Fixtures.week { $0["models", 1, "state"] = nil }
        #expect(try export(week) == week.source)
        let changed = try export(week) { if $0.id == "k-1" { $0.values["task"] = .text("Ny") } }
        #expect(changed["models", 1, "state"] == "confirmedBeforeChange")
    }

    @Test func `a confirmation given here is written, and one taken back is gone`() throws {
        let week = try Fixtures.week()
        let states = try Fixtures.states(week).map { state in
            guard state.model.id == "c-1" else { return state }
            let confirmation = Confirmation(
                party: .unit("u-kfi"), function: "Afdelingsleder", on: try #require(CalendarDate("2027-01-21")),
                contentVersion: state.contentVersion, give: "Hallen")
            return ModelState(
                model: state.model, sessionId: state.sessionId, confirmations: state.confirmations + [confirmation],
                contentVersion: state.contentVersion)
        }
        let exported = try week.interchange(models: states, definitions: Fixtures.definitions())
        #expect(
            exported["models", 2, "confirmations", 1] == [
                "unitId": "u-kfi", "function": "Afdelingsleder", "on": "2027-01-21", "give": "Hallen",
            ])
        #expect(exported["models", 2, "state"] == "confirmed")
    }
}

extension CollaborationModel {
    mutating func addRow(_ field: String, _ row: Row) {
        let rows = rows(field) + [row]
        values[field] = .rows(rows.sorted(by: Row.precedes), noneBecause: noneBecause(field) ?? "")
    }

    mutating func setCell(_ field: String, _ row: Int, _ column: String, _ value: CellValue?, in model: String) {
        guard id == model, case .rows(var rows, let none)? = values[field] else { return }
        rows[row].cells[column] = value
        values[field] = .rows(rows, noneBecause: none)
    }
}
