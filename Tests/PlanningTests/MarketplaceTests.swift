import Planning
import Testing

@Suite struct MarketplaceTests {
    private func week() throws -> JSONValue { StoredWeek(splitting: try Fixtures.example()).week }

    private func body(_ kind: String, _ unit: String, _ group: String = "bg-1", goal: String? = nil) -> JSONValue {
        .object(ofPresent: [
            "kind": .string(kind), "unitId": .string(unit), "citizenGroupId": .string(group),
            "text": .string("\(kind) fra \(unit)"), "goalId": goal.map(JSONValue.string),
        ])
    }

    private func posted(_ bodies: [JSONValue]) throws -> JSONValue {
        var week = try week()
        for (index, body) in bodies.enumerated() {
            week = try WeekEdit.posting(body, id: "op-\(index + 1)", function: "Leder", in: week)
        }
        return week
    }

    private func faults(_ body: JSONValue) throws -> [String] {
        do {
            _ = try WeekEdit.posting(body, id: "op-1", function: nil, in: try week())
            return []
        } catch let error as ImportFaults {
            return error.faults.map(\.path)
        }
    }

    @Test func `an offer meets every need of another unit for the same citizen group, and no other`() throws {
        let week = Week(
            stored: try posted([
                body("offer", "u-skole"), body("need", "u-fam"), body("need", "u-skole"), body("need", "u-ung", "bg-2"),
                body("offer", "u-fam", "bg-2"), body("need", "u-ung"),
            ]))
        let matches = MarketMatch.matches(week.marketPosts, models: [("k-9", ["op-1", "op-6"])])
        #expect(
            matches.map { [$0.offer.id, $0.need.id] } == [["op-1", "op-2"], ["op-1", "op-6"], ["op-5", "op-4"]])
        #expect(matches.map(\.modelId) == [nil, "k-9", nil])
    }

    @Test func `a week with posts and a model of them goes out and comes in again as it was`() throws {
        let definitions = try Fixtures.definitions()
        var document = try posted([body("offer", "u-skole", goal: "m-1"), body("need", "u-fam")])
        let week = Week(stored: document)
        let match = try #require(MarketMatch.matches(week.marketPosts, models: []).first)
        let session = try #require(Week(stored: try Fixtures.example()).sessions.first)
        let model = try WeekEdit.newModel(
            of: match, ["level": "coordination", "title": "Sammen"], id: "k-9", session: session,
            in: Week(stored: document),
            definitions: definitions)
        document["sessions"] = [["id": .string(session.id), "title": "S", "modelIds": ["k-9"]]]
        document["models"] = [model]
        let whole = try Week(interchange: document, definitions: definitions)
        let content = CollaborationModel(whole.models[0], definitions: definitions, week: whole)
        #expect(content.unitIds == ["u-skole", "u-fam"] && content.goalIds == ["m-1"])
        #expect(whole.models[0].marketPostIds == ["op-1", "op-2"])
        let rows = model["fields", "expectations"]
        #expect(
            rows == [
                ["unitId": "u-skole", "give": "offer fra u-skole"], ["unitId": "u-fam", "need": "need fra u-fam"],
            ])
        let state = ModelState(model: content, sessionId: session.id, confirmations: [], contentVersion: "")
        #expect(whole.interchange(models: [state], definitions: definitions) == document)
        #expect(
            WeekUse.uses(of: .marketPost, "op-1", in: document, definitions: definitions).map(\.words.da)
                == ["samarbejdsmodel »Sammen«"])
    }

    @Test func `a post is refused with its faults, and its goal is one of its unit's`() throws {
        #expect(try faults(body("offer", "u-skole")) == [])
        #expect(try faults(body("bytte", "u-9", "bg-9")).sorted() == ["$.citizenGroupId", "$.kind", "$.unitId"])
        #expect(try faults(body("offer", "u-skole", goal: "m-3")) == ["$.goalId"])
        var long = body("offer", "u-skole")
        long["text"] = .string(String(repeating: "a", count: WeekEdit.marketPostBytes + 1))
        #expect(try faults(long).contains("$.text"))
    }

    @Test func `a week without its last post is as it was before the first`() throws {
        let document = try posted([body("offer", "u-skole")])
        #expect(WeekEdit.withdrawing("op-1", from: document) == (try week()))
    }
}
