import Planning
import Testing

@Suite struct GoalPlanDraftTests {
    @Test func `Lærkeskolen's draft names the seven gaps, in order`() throws {
        let expected = try Fixtures.example()["goalPlanDrafts", 0, "gaps"]?.strings
        let draft = try Fixtures.draft()
        #expect(draft.gaps.map(\.sentence.da) == expected)
        #expect(
            draft.gaps.map(\.kind) == [
                .baselineMissing, .signWithoutBaseline, .signWithoutBaseline, .unitHasNotConfirmed,
                .notExactlyOneAccountable, .leaderHasNotConfirmed, .leaderHasNotConfirmed,
            ])
    }

    @Test func `the draft holds what the example says it holds`() throws {
        let expected = try #require(try Fixtures.example()["goalPlanDrafts", 0])
        let draft = try Fixtures.draft()
        #expect(draft.goals.map(\.id) == expected["goalIds"]?.strings)
        #expect(draft.objectives.map(\.id) == expected["objectiveIds"]?.strings)
        #expect(draft.contributedObjectives.map(\.id) == expected["contributedObjectiveIds"]?.strings)
        #expect(draft.origins.map(\.modelId) == expected["modelIds"]?.strings)
        let told = draft.goals.flatMap { $0.trialActions.filter { $0.toldUnder == nil }.map(\.id) }
        #expect(told.sorted() == expected["trialActionIds"]?.strings)
        #expect(draft.goals.flatMap { $0.signs.map(\.id) }.sorted() == expected["signIds"]?.strings)
        #expect(draft.goals.flatMap { $0.milestones.map(\.id) }.sorted() == expected["milestoneIds"]?.strings)
        #expect(draft.sources.map(\.sessionId) == ["s-1", "s-2"])
        #expect(draft.contributions.isEmpty)
    }

    @Test func `a trial action for several goals is told once and referred to`() throws {
        let draft = try Fixtures.draft()
        #expect(draft.goals[1].trialActions.map(\.toldUnder) == ["M-1", nil])
        #expect(draft.goals[0].trialActions[1].partners.map(\.name) == ["Familie og Rådgivning", "Ungeindsatsen"])
    }

    @Test func `the timeline is in order, and the same day in Danish order`() throws {
        let timeline = try Fixtures.draft().timeline
        #expect(timeline.count == 21)
        #expect(zip(timeline, timeline.dropFirst()).allSatisfy { $0.date <= $1.date })
        #expect(timeline.filter { $0.date.iso == "2027-03-30" }.map(\.kind) == [.evaluation, .milestone])
        #expect(timeline.filter { $0.date.iso == "2027-05-12" }.map(\.modelId) == ["k-1", "c-1"])
    }

    @Test func `what a unit does for others' goals is told too`() throws {
        let draft = try Fixtures.draft("u-ung")
        #expect(draft.goals.map(\.id) == ["m-4"])
        #expect(draft.contributions.trialActions.map(\.id) == ["p-3"])
        #expect(try Fixtures.draft("u-fam").contributions.milestones.map(\.id) == ["mp-3"])
    }

    @Test func `what a session parked keeps its identity when what stands before it is settled`() throws {
        func parked(_ ids: [String]) throws -> GoalPlanDraft {
            try Fixtures.draft { week in
                week["sessions", 0, "parkedItems"] = .array(
                    ids.map { id in
                        ["id": .string(id), "text": "Det samme", "ownerUnitId": "u-skole", "due": "2027-02-05"]
                    })
            }
        }
        let (both, one) = (try parked(["p-1", "p-2"]), try parked(["p-2"]))
        #expect(both.parkedItems.map(\.id) == ["s-1~i~p-1", "s-1~i~p-2"])
        #expect(one.parkedItems.map(\.id) == ["s-1~i~p-2"])
        #expect(Set(one.timeline.compactMap(\.id)).isSubset(of: Set(both.timeline.compactMap(\.id))))
        // What cannot be part of an id, and what has none, is known by its place.
        #expect(try parked(["et punkt"]).parkedItems.map(\.id) == ["s-1~0"])
    }

    @Test func `a parked item reaches the unit that took it`() throws {
        let draft = try Fixtures.draft("u-kfi")
        #expect(draft.parkedItems.map(\.sessionTitle) == ["Udviklingsuge 2027: skolefravær"])
        #expect(draft.timeline.contains { $0.kind == .parkedItem && $0.date.iso == "2027-02-05" })
    }

    @Test func `that a session decided a goal is best done alone is told with the goal, with its reason`() throws {
        let draft = try Fixtures.draft {
            $0["sessions", 0, "levelDecisions"] = [
                ["goalId": "m-1", "choice": "alone", "reason": "Vi møder ikke de samme børn"],
                ["goalId": "m-4", "choice": "coCreation", "reason": "Den er ikke vores"],
            ]
        }
        let decision = try #require(draft.goals[0].levelDecisions?.first)
        #expect(decision.label.da == "Bedst monofagligt" && decision.sessionId == "s-1")
        #expect(draft.goals.dropFirst().allSatisfy { $0.levelDecisions == nil })
        let offered = draft.planItems.first { $0.id == "goal:m-1" }?.text("howWorkedOn")
        #expect(
            offered
                == "Bedst monofagligt: Vi møder ikke de samme børn (Udviklingsuge 2027: skolefravær)")
        #expect(throws: ImportFaults.self) {
            try Fixtures.draft {
                $0["sessions", 0, "levelDecisions"] = [["goalId": "m-1", "choice": "måske"]]
            }
        }
    }

    @Test func `what sessions decide anew about a goal stands in place of what they came with`() throws {
        let week = try Fixtures.week {
            $0["sessions", 0, "levelDecisions"] = [
                ["goalId": "m-1", "choice": "alone", "reason": "Før"], ["goalId": "m-2", "choice": "knowledge"],
            ]
        }
        let changed = week.taking([
            "s-1": .init(levelDecisions: [["goalId": "m-1", "choice": "coordination", "reason": "Nu"]])
        ])
        #expect(changed.sessions[0].levelDecisions.map(\.goalId) == ["m-2", "m-1"])
        #expect(changed.sessions[0].levelDecisions.last?.reason == "Nu")
    }

    @Test func `every text that was filled in stands somewhere in the draft`() throws {
        let week = try Fixtures.week()
        for unit in week.units {
            let draft = String(decoding: try Fixtures.draft(unit.id).jsonData(), as: UTF8.self)
            for model in week.models where (model.fields["parties"]?.strings ?? []).contains(unit.id) {
                for text in Self.texts(model.fields) {
                    let written = String(JSONValue.string(text).text().dropFirst().dropLast())
                    #expect(draft.contains(written), "\(unit.id) \(model.id): \(text)")
                }
            }
        }
    }

    /// Every text a person wrote: neither an id, a date nor a word of the format.
    private static func texts(_ json: JSONValue) -> [String] {
        switch json {
        case .string(let text): text.contains(" ") ? [text] : []
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.values.flatMap(texts)
        default: []
        }
    }

    /// What the draft's builder takes for `told` by a line of its own must stand in one, or people's words are lost.
    @Test(arguments: Level.allCases)
    func `every field that can be filled in is told in the draft, at every level`(level: Level) throws {
        let (week, definitions) = (try Fixtures.week(), try Fixtures.definitions())
        let states = try Fixtures.states(week) { model in
            guard model.id == "c-1" else { return }
            model.level = level
            for field in definitions.fields {
                if let value = Self.filled(field) { model.values[field.id] = value }
            }
        }
        let made = GoalPlanDraft.make(unitId: "u-skole", week: week, models: states, definitions: definitions)
        let draft = String(decoding: try #require(made).jsonData(), as: UTF8.self)
        let words = definitions.fields.compactMap(Self.filled).flatMap(\.texts).filter { $0.hasPrefix("ord-") }
        #expect(words.count > 100)
        for word in words { #expect(draft.contains(word), "\(word)") }
    }

    /// A value in which every text is a word of its own; nil for what only refers to something.
    private static func filled(_ field: FieldDefinition) -> FieldValue? {
        let word = "ord-" + field.id
        switch field.kind {
        case .text, .longText: return .text(word)
        case .longTextWithDate: return .textWithDate(text: word, date: CalendarDate("2027-05-04"))
        case .unitFunction: return .unitFunction(.init(unitId: "u-fam", function: word))
        case .dateRange, .citizenGroup, .goals, .units: return nil
        case .rows, .trialActions, .signs, .milestones:
            let rows = ["u-skole", "u-fam"].flatMap { unit in
                [CalendarDate("2027-05-04"), nil].map { day in
                    let id = "\(word)-\(unit)-\(day?.iso ?? "")"
                    return Row(id: id, order: id, cells: cells(field, id, unit, day))
                }
            }
            return .rows(rows, noneBecause: "")
        }
    }

    private static func cells(
        _ field: FieldDefinition, _ row: String, _ unit: String, _ day: CalendarDate?
    ) -> [String: CellValue] {
        var cells: [String: CellValue] = [:]
        for column in field.columns {
            switch column.kind {
            case .text, .longText: cells[column.id] = .text("\(row)-\(column.id)")
            case .date: cells[column.id] = day.map(CellValue.date)
            case .unit: cells[column.id] = .reference(unit)
            case .unitFunction: cells[column.id] = .unitFunction(.init(unitId: unit, function: "\(row)-\(column.id)"))
            case .goal: cells[column.id] = .reference("m-1")
            case .goals: cells[column.id] = .references(["m-1"])
            case .boolean, .choice, .externalParty, .units, .externalParties, .signs: break
            }
        }
        return cells
    }

    @Test func `text written at a closer level is still told after the level is lowered`() throws {
        let week = try Fixtures.week()
        let states = try Fixtures.states(week) { if $0.id == "c-1" { $0.level = .knowledge } }
        let draft = try #require(
            GoalPlanDraft.make(unitId: "u-skole", week: week, models: states, definitions: Fixtures.definitions()))
        let agreement = try #require(draft.collaborations.first { $0.modelId == "c-1" })
        #expect(agreement.anchoring == nil)
        let hidden = agreement.other.filter(\.isHiddenAtLevel).map(\.fieldId)
        #expect(hidden.contains("anchoring") && hidden.contains("decisionRights") && hidden.contains("theoryOfChange"))
    }

    @Test func `edits made in the models show in the draft`() throws {
        let week = try Fixtures.week()
        let states = try Fixtures.states(week) {
            if $0.id == "c-1" { $0.values["title"] = .text("Morgenstund") }
            $0.setCell("signs", 1, "baseline", .text("4 ud af 20"), in: "c-1")
        }
        let draft = try #require(
            GoalPlanDraft.make(unitId: "u-skole", week: week, models: states, definitions: Fixtures.definitions()))
        #expect(draft.collaborations[0].title == "Morgenstund")
        #expect(draft.gaps.contains { $0.kind == .signWithoutBaseline && $0.place.signId == "t-2" } == false)
        #expect(draft.gaps.contains { $0.kind == .confirmationBeforeChange && $0.place.modelId == "c-1" })
        #expect(draft.origins[0].contentVersion == states[2].contentVersion)
    }

    @Test func `a draft and an outcome read of the week what its whole document with everything edited says`() throws {
        let week = try Fixtures.week()
        let definitions = try Fixtures.definitions()
        let edits: [(inout CollaborationModel) -> Void] = [
            { _ in },
            { $0.setCell("signs", 1, "baseline", .text("4 ud af 20"), in: "c-1") },
            { $0.setCell("milestones", 0, "text", .text("Et andet ord"), in: "k-1") },
            { model in
                guard model.id == "k-1", case .rows(var rows, let none)? = model.values["signs"] else { return }
                rows.append(Row(id: "t-ny", order: "z", cells: ["text": .text("Et nyt tegn")]))
                model.values["signs"] = .rows(rows, noneBecause: none)
            },
        ]
        for edit in edits {
            let states = try Fixtures.states(week, change: edit)
            let reading = WeekReading(week: week, states: states, definitions: definitions)
            let whole = WeekReading(
                week: week.applying(states, definitions: definitions), states: states, definitions: definitions)
            for unit in week.units { #expect(reading.draft(of: unit.id) == whole.draft(of: unit.id)) }
            for session in week.sessions { #expect(reading.outcome(of: session.id) == whole.outcome(of: session.id)) }
            #expect(reading.memoryBytes > week.source.text().utf8.count)
        }
        let reading = WeekReading(week: week, states: try Fixtures.states(week), definitions: definitions)
        #expect(reading.draft(of: "x") == nil && reading.outcome(of: "x") == nil)
    }

    @Test func `the same week gives the same bytes, and they read back as the same draft`() throws {
        let draft = try Fixtures.draft()
        let data = try draft.jsonData()
        #expect(try Fixtures.draft().jsonData() == data)
        #expect(try GoalPlanDraft(json: data) == draft)
    }

    @Test func `a unit the week doesn't have gets no draft`() throws {
        let week = try Fixtures.week()
        #expect(GoalPlanDraft.make(unitId: "x", week: week, models: [], definitions: try Fixtures.definitions()) == nil)
    }

    @Test func `goals whose ids say nothing are numbered around those that do`() throws {
        let draft = try Fixtures.draft {
            $0.append(["id": "r-8s7df6g5", "unitId": "u-skole", "text": "Nyt mål"], to: "goals")
        }
        #expect(draft.goals.map(\.label) == ["M-1", "M-2", "M-7"])
    }

    @Test func `the drafts of all units made at once are those that are made one by one`() throws {
        let week = try Fixtures.week()
        let (states, definitions) = (try Fixtures.states(week), try Fixtures.definitions())
        let all = GoalPlanDraft.makeAll(week: week, models: states, definitions: definitions)
        let each = week.units.map {
            GoalPlanDraft.make(unitId: $0.id, week: week, models: states, definitions: definitions)
        }
        #expect(all == each)
    }
}
