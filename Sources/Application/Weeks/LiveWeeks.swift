import Facilitation
package import Planning
package import Rooms
import Threads
package import Transport

/// Weeks as they stand at the moment: what their models say, and what their sessions have decided.
@ServiceLoop
package struct LiveWeeks {
    private let weeks: WeekRepository
    private let rooms: RoomRegistry

    package init(weeks: WeekRepository, rooms: RoomRegistry) {
        self.weeks = weeks
        self.rooms = rooms
    }

    /// Opens what is not open: for what needs each model to the last keystroke.
    package func week(_ id: String) async throws -> (week: Week, states: [ModelState]) {
        let live = LiveModelStates(rooms: rooms)
        let stored = try await weeks.week(id)
        let week = stored.taking(try await live.news(of: stored))
        return (week, try await live.states(of: week))
    }

    /// The week as drafts and outcomes are made from it, without those who joined: read once, and again when something
    /// of it was written, decided or planned anew. Documents whose rooms are closed are not opened for it.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`; `RoomError`; `StorageError`; `CancellationError`.
    package func reading(_ id: String) async throws -> WeekReading {
        var revision = WeekReadings.Revision(planned: weeks.modelChanges)
        let stored = try await weeks.withModels(id)
        let live = LiveModelStates(rooms: rooms)
        let sessions = try await live.sessions(of: stored)
        revision.decided = stored.sessions.map { sessions[$0.id]?.sequence ?? 0 }
        let models = try await live.said(in: stored)
        revision.written = models.map(\.content.number)
        if let known = weeks.readings.reading(id, at: revision) { return await known.value }
        let states = models.map(\.state)
        let definitions = rooms.definitions
        // One for all who ask meanwhile, beside the loop.
        let made = Task.detached(executorPreference: WorkThreads.answers) {
            let news = sessions.mapValues { $0.news(in: stored) }
            return WeekReading(week: stored.taking(news), states: states, definitions: definitions)
        }
        weeks.readings.begin(id, at: revision, made)
        let reading = await made.value
        weeks.readings.keep(id, at: revision, bytes: await Self.bytes(of: reading))
        return reading
    }

    private nonisolated static func bytes(of reading: WeekReading) async -> Int { reading.memoryBytes }
}
