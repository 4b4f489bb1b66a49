import CRDT
@testable import Facilitation
import Planning
import Storage
import TestLoop
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// What many models say, as drafts and overviews ask.
    @Suite struct ModelReadingTests {
        @ServiceLoop private func content(_ bench: Bench) async throws -> ModelContent {
            let models = try await bench.session().state.models
            return try #require(try await bench.rooms.contents(of: models)["m1"])
        }

        @Test @ServiceLoop func `what a closed room's model says is read once, and no room is opened for it`()
            async throws
        {
            let bench = try await Bench.make()
            let first = try await content(bench)
            #expect(try await content(bench).number == first.number)
            #expect(bench.rooms.documents.isEmpty)
        }

        @Test @ServiceLoop func `what is written counts at once, when the room is closed again, and after a restart`()
            async throws
        {
            let bench = try await Bench.make()
            #expect(try await content(bench).model.text("task") == nil)
            let room = try await bench.room()
            let peer = bench.join(room)
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            #expect(try await content(bench).model.text("task") == "Hej", "not yet on the disk")
            try await bench.settle(room)
            let last = try await content(bench)
            room.leave(peer.id)
            bench.timing.advance(by: .seconds(31))
            bench.rooms.tidy()
            #expect(bench.rooms.documents.isEmpty)
            #expect(try await content(bench).number == last.number, "known from when it was open")
            try bench.restart()
            #expect(try await content(bench).model.text("task") == "Hej")
            #expect(bench.rooms.documents.isEmpty)
        }

        @Test @ServiceLoop func `a reading that a room was opened beside is not kept`() async throws {
            let bench = try await Bench.make()
            let readings = ModelReadings(bytesLimit: 1 << 20)
            let content = try await content(bench)
            let number = readings.begin("m1")
            readings.forget("m1")
            readings.end("m1", number: number, content)
            #expect(readings.content(of: "m1", level: .coordination) == nil)
            let (old, new) = (readings.begin("m1"), readings.begin("m1"))
            readings.end("m1", number: old, content)
            #expect(readings.content(of: "m1", level: .coordination) == nil)
            readings.end("m1", number: new, content)
            #expect(readings.content(of: "m1", level: .coordination) != nil)
            #expect(readings.content(of: "m1", level: .coCreation) == nil, "another level is another reading")
            readings.forgetAll()
            #expect(readings.content(of: "m1", level: .coordination) == nil)
        }

        @Test @ServiceLoop func `readings are bounded in bytes, and what there is no room for is read anew`()
            async throws
        {
            let bench = try await Bench.make { $0.modelReadingBytes = 0 }
            let (first, second) = (try await content(bench), try await content(bench))
            #expect(first.number != second.number && first.contentVersion == second.contentVersion)
            let readings = ModelReadings(bytesLimit: first.model.memoryBytes * 10)
            for number in 0..<1_000 { readings.keep(first, of: "m\(number)") }
            let kept = (0..<1_000).filter { readings.content(of: "m\($0)", level: .coordination) != nil }
            #expect(kept == Array(990..<1_000), "the last ten")
        }

        @Test @ServiceLoop func `a model that was deleted leaves no reading behind`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let models = session.state.models
            _ = try await content(bench)
            try await bench.rooms.remove(model: "m1", from: session, reason: nil) { _ in }
            #expect(bench.rooms.readings.content(of: "m1", level: .coordination) == nil)
            #expect(models.map(\.id) == ["m1"] && session.state.models.isEmpty)
        }
    }
}
