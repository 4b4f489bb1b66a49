import TestLoop
@testable import Facilitation
import Storage
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Somebody sets the system's clock while people meet.
    @Suite struct ClockTests {
        @Test(arguments: [Duration.seconds(86_400), .seconds(-86_400)]) @ServiceLoop
        func `a room nobody is in stays as long as ever when the clock is set`(jump: Duration) async throws {
            let bench = try await Bench.make()
            _ = (try await bench.room(), try await bench.session())
            bench.timing.setClock(by: jump)
            bench.timing.advance(by: .seconds(29))
            bench.rooms.tidy()
            #expect(bench.rooms.documents.count == 1 && bench.rooms.sessions.count == 1)
            bench.timing.advance(by: .seconds(2))
            bench.rooms.tidy()
            #expect(bench.rooms.documents.isEmpty && bench.rooms.sessions.isEmpty)
        }

        @Test(arguments: [Duration.seconds(86_400), .seconds(-86_400)]) @ServiceLoop
        func `a timer runs on as if nothing had happened when the clock is set`(jump: Duration) async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            try await session.perform(StartTimer(durationMs: 600_000), by: Bench.facilitator)
            bench.timing.setClock(by: jump)
            bench.timing.advance(by: .seconds(60))
            #expect(session.state.timer.remainingMs(at: session.clock.now) == 540_000)
            try await session.perform(PauseTimer(), by: Bench.facilitator)
            #expect(session.state.timer == .paused(durationMs: 600_000, remainingMs: 540_000))
        }

        @Test @ServiceLoop func `events are in order also after a restart with the clock set back`() async throws {
            let bench = try await Bench.make()
            try await bench.session().perform(StartTimer(durationMs: 600_000), by: Bench.facilitator)
            bench.timing.setClock(by: .seconds(-86_400))
            try bench.restart()
            let session = try await bench.session()
            #expect(session.state.timer.remainingMs(at: session.clock.now) == 600_000)
            bench.timing.advance(by: .seconds(1))
            try await session.perform(StopTimer(), by: Bench.facilitator)
            let times = try await bench.storage.read { try $0.events(ofSession: "s1", after: 0) }.map(\.at)
            #expect(times == times.sorted())
        }
    }
}
