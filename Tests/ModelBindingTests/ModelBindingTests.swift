import TestSeeds
import CRDT
import Foundation
import ModelBinding
import Planning
import Testing

@Suite struct ModelBindingTests {
    private func read(_ updates: [[UInt8]], like model: CollaborationModel) throws -> CollaborationModel {
        let document = Document(clientID: 99)
        for update in updates { _ = try document.apply(update) }
        return ModelBinding.read(document, id: model.id, level: model.level, definitions: try Fixtures.definitions())
    }

    @Test func `a model written into a document reads back as it was`() throws {
        let definitions = try Fixtures.definitions()
        for model in try Fixtures.models() {
            let update = ModelBinding.makeUpdate(for: model, definitions: definitions)
            #expect(try read([update], like: model) == model)
        }
    }

    @Test func `the example comes through its documents and is exported as it was imported`() throws {
        let definitions = try Fixtures.definitions()
        let week = try Fixtures.week()
        let states = try Fixtures.models().enumerated().map { index, model in
            let live = try read([ModelBinding.makeUpdate(for: model, definitions: definitions)], like: model)
            return ModelState(
                model: live, sessionId: week.models[index].sessionId, confirmations: week.models[index].confirmations,
                contentVersion: "1")
        }
        #expect(week.interchange(models: states, definitions: definitions) == week.source)
    }

    @Test func `random models read back as they were`() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let definitions = try Fixtures.definitions()
        for _ in 0..<100 {
            let model = RandomModel.make(definitions, &generator)
            let update = ModelBinding.makeUpdate(for: model, definitions: definitions)
            #expect(try read([update], like: model) == model, "seed \(seed)")
        }
    }

    @Test func `the same model made twice merges with itself`() throws {
        let definitions = try Fixtures.definitions()
        for model in try Fixtures.models() {
            let update = ModelBinding.makeUpdate(for: model, definitions: definitions)
            #expect(ModelBinding.makeUpdate(for: model, definitions: definitions) == update)
            #expect(try read([update, update], like: model) == model)
        }
    }

    @Test func `another content is another client's, so that old copies still converge`() throws {
        let definitions = try Fixtures.definitions()
        let old = try #require(try Fixtures.models().first)
        var new = old
        new.values["task"] = .text("En anden opgave")
        let updates = [old, new].map { ModelBinding.makeUpdate(for: $0, definitions: definitions) }
        #expect(
            try encodeStateVector(fromUpdate: updates[0]).clocks.keys.first
                != encodeStateVector(fromUpdate: updates[1]).clocks.keys.first)
        #expect(try read(updates, like: old) == read(updates.reversed(), like: old))
    }

    @Test func `text cells are shared texts from the start, also the empty ones`() throws {
        let definitions = try Fixtures.definitions()
        let row = Row(id: "r", order: "V", cells: ["unitId": .reference("u-1")])
        let model = CollaborationModel(
            id: "m", level: .knowledge, values: ["expectations": .rows([row], noneBecause: "")])
        let document = Document(clientID: 5)
        _ = try document.apply(ModelBinding.makeUpdate(for: model, definitions: definitions))
        guard case .map(let cells)? = document.map("expectations")["r"] else {
            Issue.record("the row is no map")
            return
        }
        for column in ["need", "give", "limit"] {
            guard case .text(let text)? = cells[column] else {
                Issue.record("\(column) is no text")
                continue
            }
            #expect(text.string.isEmpty)
        }
    }

    @Test func `a document nobody wrote in reads as an empty model`() throws {
        let model = ModelBinding.read(
            Document(clientID: 1), id: "m", level: .coCreation, definitions: try Fixtures.definitions())
        #expect(model == CollaborationModel(id: "m", level: .coCreation))
    }
}
