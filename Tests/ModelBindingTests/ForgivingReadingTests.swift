import TestSeeds
import CRDT
import ModelBinding
import Planning
import Testing

@Suite struct ForgivingReadingTests {
    private func read(_ write: (Document) -> Void) throws -> CollaborationModel {
        let document = Document(clientID: 7)
        _ = document.transact { write(document) }
        return ModelBinding.read(document, id: "m", level: .coCreation, definitions: try Fixtures.definitions())
    }

    @Test func `plain strings count where a shared text is expected, and the other way round`() throws {
        let model = try read {
            $0.map("expectations").set(
                "a",
                .map([
                    ("order", .text("V")), ("need", .value("Plads")), ("unitId", .text("u-1")), ("give", .text("Tid")),
                ]))
            $0.map("values").set("period.start", .text("2027-02-01"))
            $0.map("values").set("coordinator.function", .text("Leder"))
            $0.map("values").set("citizenGroup", .text("bg-1"))
        }
        #expect(
            model.rows("expectations") == [
                Row(
                    id: "a", order: "V",
                    cells: ["need": .text("Plads"), "give": .text("Tid"), "unitId": .reference("u-1")])
            ])
        #expect(model.period().start?.iso == "2027-02-01")
        #expect(model.coordinator == .init(unitId: nil, function: "Leder"))
        #expect(model.references("citizenGroup") == ["bg-1"])
    }

    @Test func `a row that was taken away is none, and all of it is there when it comes back`() throws {
        let document = Document(clientID: 7)
        let definitions = try Fixtures.definitions()
        let read = { ModelBinding.read(document, id: "m", level: .coCreation, definitions: definitions) }
        let members: [(String, Input)] = [("order", .value("V")), ("need", .text("Plads"))]
        _ = document.transact {
            document.map("expectations").set("a", .map(members))
            document.map("expectations").set("b", .map(members + [("removed", .value(.object(["by": "p-1"])))]))
        }
        #expect(read().rows("expectations").map(\.id) == ["a"])
        guard case .map(let row)? = document.map("expectations")["b"] else { return #expect(Bool(false), "no row") }
        _ = document.transact { row.remove("removed") }
        #expect(read().rows("expectations").map(\.id) == ["a", "b"])
        #expect(read().rows("expectations").allSatisfy { $0.cells["need"] == .text("Plads") })
    }

    @Test func `a function is read from its shared text, unless a plain value says something newer`() throws {
        let shared: (Document) -> Void = { $0.text("coordinator.function").insert("Koordinator", at: 0) }
        #expect(try read(shared).coordinator == .init(unitId: nil, function: "Koordinator"))
        let both = try read {
            shared($0)
            $0.map("values").set("coordinator.function", .value("Leder"))
        }
        #expect(both.coordinator == .init(unitId: nil, function: "Leder"))
    }

    @Test func `other names of columns and other shapes of lists are understood`() throws {
        let model = try read {
            $0.map("roles").set("a", .map([("unit", .value("u-1")), ("party", .value("e-1"))]))
            $0.map("knowledgeItems").set("a", .map([("to", .array([.value("u-1"), .value("u-2"), .value("u-1")]))]))
            $0.map("knowledgeItems").set("b", .map([("to", .value("u-3")), ("order", .value("a"))]))
            $0.map("evaluation").set(
                "a", .map([("responsible", .value(.object(["unitId": "u-1", "function": "Leder"])))]))
            $0.map("evaluation").set(
                "b",
                .map([
                    ("responsible", .map([("unitId", .value("u-2"))])), ("responsible.function", .text("Koordinator")),
                ]))
        }
        #expect(model.rows("roles").first?.cells == ["unitId": .reference("u-1"), "externalId": .reference("e-1")])
        #expect(model.rows("knowledgeItems").map { $0.references("to") } == [["u-1", "u-2"], ["u-3"]])
        #expect(
            model.rows("evaluation").map { $0.unitFunction("responsible") } == [
                .init(unitId: "u-1", function: "Leder"), .init(unitId: "u-2", function: "Koordinator"),
            ])
    }

    @Test func `what has the wrong type, and what no column knows, is passed over`() throws {
        let model = try read {
            $0.map("task").set("x", .value("y"))
            $0.text("roles").insert("tekst", at: 0)
            $0.array("goals").insert([.value("m-1")], at: 0)
            $0.map("expectations").set("plain", .value("x"))
            $0.map("expectations").set("list", .array([]))
            $0.map("expectations").set("a b/c", .map([("need", .text("Ugyldig nøgle"))]))
            $0.map("expectations").set("", .map([("need", .text("Tom nøgle"))]))
            $0.map("knowledgeItems").set(
                "a",
                .map([
                    ("order", .value(7)), ("what", .value(.bytes([1]))), ("personalData", .value("ja")),
                    ("to", .value(false)),
                    ("when", .value(.null)), ("fremmed", .value("x")), ("channel", .value(12)),
                ]))
            $0.map("values").set("period.start", .value("i morgen"))
            $0.map("values").set("period.end", .value(.undefined))
            $0.array("values.x").insert([.text("x")], at: 0)
        }
        #expect(model.values.keys.sorted() == ["knowledgeItems"])
        #expect(model.rows("knowledgeItems") == [Row(id: "a", order: "7", cells: ["channel": .text("12")])])
    }

    @Test func `rows without a position come first, and equal positions are ordered by key`() throws {
        let model = try read {
            for (key, order) in [("d", "V"), ("c", "V"), ("a", "b"), ("b", nil)] {
                $0.map("resources").set(
                    key, .map((order.map { [("order", .value(.string($0)))] } ?? []) + [("what", .text("x"))]))
            }
        }
        #expect(model.rows("resources").map(\.id) == ["b", "c", "d", "a"])
    }

    @Test func `removed rows and members of sets are gone`() throws {
        let model = try read {
            $0.map("goals").set("m-1", .value("a"))
            $0.map("goals").set("m-2", .value("V"))
            $0.map("goals").remove("m-1")
            $0.map("resources").set("a", .map([("what", .text("x"))]))
            $0.map("resources").remove("a")
        }
        #expect(model.goalIds == ["m-2"] && model.values["resources"] == nil)
    }

    @Test func `"none, because" is read with and without rows`() throws {
        let model = try read {
            $0.text("externalParties.noneBecause").insert("Ingen", at: 0)
            $0.map("externalParties").set("a", .map([("contribution", .text("Kaffe"))]))
        }
        #expect(model.noneBecause("externalParties") == "Ingen" && model.rows("externalParties").count == 1)
    }

    @Test func `whatever random clients write can be read, exported and imported again`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let definitions = try Fixtures.definitions()
        let week = try Fixtures.week()
        for _ in 0..<60 {
            let document = Document(clientID: 3)
            for _ in 0..<12 { _ = document.transact { RandomModel.scribble(in: document, definitions, &generator) } }
            let model = ModelBinding.read(document, id: "c-1", level: .coCreation, definitions: definitions)
            let state = ModelState(model: model, sessionId: "s-1", confirmations: [], contentVersion: "1")
            let exported = week.interchange(models: [state], definitions: definitions)
            let again = try Week(interchange: exported, definitions: definitions)
            for unit in week.units {
                _ = GoalPlanDraft.make(unitId: unit.id, week: again, models: [state], definitions: definitions)
            }
        }
    }
}
