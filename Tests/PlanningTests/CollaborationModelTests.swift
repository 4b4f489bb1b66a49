import Planning
import Testing

@Suite struct CollaborationModelTests {
    private func model(_ id: String) throws -> CollaborationModel {
        try #require(try Fixtures.states(Fixtures.week()).first { $0.model.id == id }).model
    }

    @Test func `the example's three models lack nothing at their levels`() throws {
        let definitions = try Fixtures.definitions()
        for id in ["v-1", "k-1", "c-1"] { #expect(try model(id).missingFields(definitions).isEmpty) }
    }

    @Test(arguments: Level.allCases)
    func `an empty model lacks exactly the required fields, in the form's order`(_ level: Level) throws {
        let definitions = try Fixtures.definitions()
        let required = definitions.fields.filter { $0.requirement(at: level) == .required }.map(\.id)
        #expect(CollaborationModel(id: "m", level: level).missingFields(definitions) == required)
    }

    @Test func `each required field is missed when it alone is taken away`() throws {
        let definitions = try Fixtures.definitions()
        let model = try model("k-1")
        for field in definitions.fields where field.requirement(at: .coordination) == .required {
            var lacking = model
            lacking.values[field.id] = nil
            #expect(lacking.missingFields(definitions) == [field.id])
        }
    }

    @Test func `half a field is not a filled-in field`() throws {
        let definitions = try Fixtures.definitions()
        var model = try model("k-1")
        model.values["period"] = .dateRange(start: CalendarDate("2027-02-01"), end: nil)
        model.values["collaborationGoal"] = .textWithDate(text: "Et mål", date: nil)
        model.values["coordinator"] = .unitFunction(.init(unitId: "u-fam", function: " "))
        model.values["task"] = .text(" \n")
        model.values["roles"] = .rows([Row(id: "r", order: "V", cells: [:])], noneBecause: "")
        #expect(model.missingFields(definitions) == ["period", "task", "collaborationGoal", "coordinator", "roles"])
    }

    @Test func `sharing personal data asks for its legal basis at every level`() throws {
        let definitions = try Fixtures.definitions()
        var model = try model("k-1")
        model.values["dataSharing"] = nil
        for level in Level.allCases { #expect(model.missingFields(definitions, at: level).contains("dataSharing")) }
        guard case .rows(var rows, _)? = model.values["knowledgeItems"] else { return }
        for index in rows.indices { rows[index].cells["personalData"] = .bool(false) }
        model.values["knowledgeItems"] = .rows(rows, noneBecause: "")
        #expect(!model.missingFields(definitions).contains("dataSharing"))
    }

    @Test func `raising the level shows what is lacking, and lowering it loses nothing`() throws {
        let definitions = try Fixtures.definitions()
        let week = try Fixtures.week()
        var model = try model("k-1")
        let before = model
        #expect(
            model.missingFields(definitions, at: .coCreation) == [
                "theoryOfChange", "sharedUnderstanding", "externalParties", "decisionRights", "resources", "anchoring",
            ])
        model.level = .knowledge
        #expect(model.missingFields(definitions).isEmpty)
        let source = try #require(week.models.first { $0.id == "k-1" }).fields
        #expect(model.fieldsJSON(definitions, over: source, week: week) == source)
        model.level = .coordination
        #expect(model == before)
    }

    @Test func `"none, because" answers a required field with rows`() throws {
        let definitions = try Fixtures.definitions()
        var model = try model("c-1")
        model.values["externalParties"] = .rows([], noneBecause: "Det er for tidligt.")
        #expect(model.missingFields(definitions).isEmpty)
    }

    @Test func `the content version follows what is read, not how it is stored`() throws {
        let definitions = try Fixtures.definitions()
        let model = try model("c-1")
        var same = model
        guard case .rows(var rows, let none)? = same.values["roles"] else { return }
        for index in rows.indices {
            rows[index].id = "x\(index)"
            rows[index].order = "a" + rows[index].order
        }
        rows.append(Row(id: "tom", order: "zz", cells: [:]))
        same.values["roles"] = .rows(rows, noneBecause: none)
        #expect(same.canonicalContent(definitions) == model.canonicalContent(definitions))
        #expect(same != model)
    }

    @Test func `every kind of change gives another content version`() throws {
        let definitions = try Fixtures.definitions()
        let model = try model("c-1")
        var versions = [model.canonicalContent(definitions)]
        for change: (inout CollaborationModel) -> Void in [
            { $0.level = .coordination }, { $0.values["task"] = .text("Andet") }, { $0.values["task"] = nil },
            { $0.values["parties"] = .references(["u-skole"]) },
            { $0.values["period"] = .dateRange(start: nil, end: CalendarDate("2027-06-25")) },
            { $0.setCell("trialActions", 0, "scale", .text("Andet"), in: "c-1") },
            { $0.values["externalParties"] = .rows([], noneBecause: "Ingen") },
            { model in
                guard case .rows(let rows, let none)? = model.values["roles"] else { return }
                model.values["roles"] = .rows(rows.reversed(), noneBecause: none)
            },
        ] {
            var changed = model
            change(&changed)
            versions.append(changed.canonicalContent(definitions))
        }
        #expect(Set(versions).count == versions.count)
    }

    @Test func `what a level hides is no part of what is confirmed there`() throws {
        let definitions = try Fixtures.definitions()
        var model = try model("v-1")
        let before = model.canonicalContent(definitions)
        model.values["anchoring"] = .text("Skjult på vidensniveau")
        #expect(model.canonicalContent(definitions) == before)
    }

    @Test func `a later edit makes a confirmation one from before the change`() throws {
        let definitions = try Fixtures.definitions()
        var model = try model("k-1")
        let version = Fixtures.version(model, definitions)
        let date = try #require(CalendarDate("2027-01-19"))
        let confirmations = model.unitIds.map {
            Confirmation(party: .unit($0), function: "Leder", on: date, contentVersion: version)
        }
        func state() -> ModelState {
            ModelState(
                model: model, sessionId: nil, confirmations: confirmations,
                contentVersion: Fixtures.version(model, definitions))
        }
        #expect(state().agreement == .confirmed)
        let task = model.values["task"]
        model.values["task"] = .text("Ændret")
        #expect(state().agreement == .confirmedBeforeChange)
        #expect(state().state(of: confirmations[0]) == .beforeChange)
        model.values["task"] = task
        #expect(state().agreement == .confirmed)
    }

    @Test func `a model is a draft until every unit that is party has confirmed`() throws {
        let states = try Fixtures.states(Fixtures.week())
        #expect(states.map(\.agreement) == [.confirmed, .confirmed, .draft])
        #expect(states[2].unconfirmedUnitIds == ["u-kfi"])
    }
}
