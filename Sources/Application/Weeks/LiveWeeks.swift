package import Planning
package import Rooms
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

    package func week(_ id: String) async throws -> (week: Week, states: [ModelState]) {
        let live = LiveModelStates(rooms: rooms)
        let stored = try await weeks.week(id)
        let week = stored.taking(try await live.news(of: stored))
        return (week, try await live.states(of: week))
    }
}
