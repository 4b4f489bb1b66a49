import Facilitation
import Planning
import TestLoop
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// What people say by one press.
    @Suite struct ReactionTests {
        private static func press(_ reaction: String) -> String {
            #"{"type":"react","id":"r","reaction":"\#(reaction)"}"#
        }

        @Test @ServiceLoop func `reactions are told as numbers, once for all of a moment, and kept nowhere`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let (anna, bo) = (bench.join(session, as: Bench.teacher), bench.join(session))
            session.receive(Self.press("thanks"), from: anna.id)
            session.receive(Self.press("thanks"), from: bo.id)
            #expect(anna.texts("reactions").isEmpty)
            bench.timing.advance(by: bench.limits.reactionDelay)
            for peer in [anna, bo] {
                #expect(peer.texts("reactions").map { $0["counts"] } == [["thanks": 2]])
                #expect(peer.eventKinds == ["modelCreated"])
            }
            bench.timing.advance(by: bench.limits.reactionInterval)
            session.receive(Self.press("idea"), from: anna.id)
            bench.timing.advance(by: bench.limits.reactionDelay)
            #expect(bo.texts("reactions").last?["counts"] == ["idea": 1])
            #expect(bench.join(session).texts("reactions").isEmpty)
            #expect(session.state.sequence == 1)
        }

        @Test @ServiceLoop func `presses faster than a second, of observers and of unknown kinds are refused`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let anna = bench.join(session, as: Bench.teacher)
            let watcher = bench.join(session, as: Actor(role: .observer))
            for _ in 0..<3 { session.receive(Self.press("agree"), from: anna.id) }
            #expect(anna.texts("accepted").count == 1)
            #expect(anna.texts("refused").compactMap { $0["code"]?.string } == ["tooMany", "tooMany"])
            session.receive(Self.press("agree"), from: watcher.id)
            session.receive(Self.press("boo"), from: watcher.id)
            #expect(watcher.texts("refused").compactMap { $0["code"]?.string } == ["notPermitted", "unknownCommand"])
            bench.timing.advance(by: bench.limits.reactionDelay)
            #expect(watcher.texts("reactions").map { $0["counts"] } == [["agree": 1]])
        }
    }
}
