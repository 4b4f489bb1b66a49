import HTTPTypes
import TestLoop
import Testing
import Transport

@testable import Server

extension ServerTests {
    /// Requests of one person stand in line with each other, not with everybody else's.
    @Suite struct RequestTurnTests {
        /// Requests that are answered when the test says so.
        @ServiceLoop
        private final class Desk {
            let turns: RequestTurns
            private(set) var underWay: [String] = []
            private var answered: [String: CheckedContinuation<Void, Never>] = [:]

            init(atOnce: Int, waiting: Int = 100) {
                var limits = AccessLimits()
                limits.requestsPerPerson = atOnce
                limits.waitingRequestsPerPerson = waiting
                turns = RequestTurns(limits: limits)
            }

            func ask(_ name: String, by person: UInt8, _ kind: RequestTurns.Kind = .data) async throws {
                _ = try await turns.answer([person], kind) {
                    underWay.append(name)
                    await withCheckedContinuation { answered[name] = $0 }
                    underWay.removeAll { $0 == name }
                    return .noContent
                }
            }

            func answer(_ name: String) { answered.removeValue(forKey: name)?.resume() }

            /// Everything that can go on has.
            func settle() async { for _ in 0..<50 { await Task.yield() } }
        }

        @Test @ServiceLoop func `as many as a browser has connections are answered at once, the others first first`()
            async throws
        {
            let desk = Desk(atOnce: 2)
            let asked = (0..<5).map { number in Task { try await desk.ask("\(number)", by: 1) } }
            await desk.settle()
            #expect(desk.underWay == ["0", "1"])
            desk.answer("1")
            await desk.settle()
            #expect(desk.underWay == ["0", "2"])
            for name in ["2", "0", "3", "4"] {
                desk.answer(name)
                await desk.settle()
            }
            for one in asked { try await one.value }
            #expect(desk.underWay == [])
        }

        @Test @ServiceLoop func `neither somebody else nor a document waits for them`() async throws {
            let desk = Desk(atOnce: 1)
            let names: [(String, UInt8, RequestTurns.Kind)] = [
                ("mine", 1, .data), ("waits", 1, .data), ("theirs", 2, .data), ("pdf", 1, .document),
            ]
            let asked = names.map { name, person, kind in Task { try await desk.ask(name, by: person, kind) } }
            await desk.settle()
            #expect(desk.underWay == ["mine", "theirs", "pdf"])
            for name in ["mine", "theirs", "pdf", "waits"] {
                desk.answer(name)
                await desk.settle()
            }
            for one in asked { try await one.value }
        }

        @Test @ServiceLoop func `who has gone meanwhile is not answered, and whoever is next is`() async throws {
            let desk = Desk(atOnce: 1)
            let first = Task { try await desk.ask("first", by: 1) }
            await desk.settle()
            let gone = Task { try await desk.ask("gone", by: 1) }
            let next = Task { try await desk.ask("next", by: 1) }
            await desk.settle()
            gone.cancel()
            desk.answer("first")
            await desk.settle()
            #expect(desk.underWay == ["next"])
            await #expect(throws: CancellationError.self) { try await gone.value }
            desk.answer("next")
            try await first.value
            try await next.value
        }

        @Test @ServiceLoop func `where too many wait it is said in words, and nobody loses a place`() async throws {
            let desk = Desk(atOnce: 1, waiting: 1)
            let asked = ["first", "second"].map { name in Task { try await desk.ask(name, by: 1) } }
            await desk.settle()
            await #expect(throws: Problem.self) { try await desk.ask("third", by: 1) }
            for name in ["first", "second"] {
                desk.answer(name)
                await desk.settle()
            }
            for one in asked { try await one.value }
            let again = Task { try await desk.ask("again", by: 1) }
            await desk.settle()
            #expect(desk.underWay == ["again"])
            desk.answer("again")
            try await again.value
        }
    }
}
