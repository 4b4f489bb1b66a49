package import Planning
import Rooms
import Transport

/// What the models say in the rooms of a running server, down to the last keystroke.
package struct LiveModelStates: ModelStates {
    let house: House

    package func states(of week: Week) async throws -> [ModelState] {
        try await gather(week)
    }

    package func parkedItems(of week: Week) async throws -> [String: [JSONValue]] {
        try await gatherParkedItems(of: week)
    }

    @ServiceLoop
    private func gatherParkedItems(of week: Week) async throws -> [String: [JSONValue]] {
        var parked: [String: [JSONValue]] = [:]
        for session in week.sessions {
            parked[session.id] = try await house.session(session.id).state.openItems(in: week)
        }
        return parked
    }

    @ServiceLoop
    private func gather(_ week: Week) async throws -> [ModelState] {
        var states: [ModelState] = []
        for model in week.models {
            let session = try await house.session(ofModel: model.id)
            states.append(try await session.modelState(of: model.id))
        }
        return states
    }
}
