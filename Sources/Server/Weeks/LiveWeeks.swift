import Planning
import Rooms
import Transport

/// Weeks as they stand at the moment: what their models say, and what their sessions have decided.
@ServiceLoop
struct LiveWeeks {
    let weeks: WeekArchive
    let house: House

    func week(_ id: String) async throws -> (week: Week, states: [ModelState]) {
        let live = LiveModelStates(house: house)
        let stored = try await weeks.week(id)
        let week = stored.taking(try await live.news(of: stored))
        return (week, try await live.states(of: week))
    }
}
