import Application
package import Facilitation

/// What a route asks of the person who calls it: decided here, in one table with the routes, and checked before the
/// route's code runs.
package enum Requirement: Sendable {
    /// Anybody; the route protects itself (joining, signing in, public texts).
    case anybody
    /// Somebody whose token is known, whatever it was given.
    case knownPerson
    /// The administrator.
    case administrator
    /// Somebody with one of these roles anywhere in the week named by the path's `weekId`.
    case week(Set<Role>)
    /// Somebody with one of these roles in the session named by `sessionId`.
    case session(Set<Role>)
    /// Somebody with one of these roles in the session that owns the model named by `modelId`.
    case model(Set<Role>)
    /// Somebody who may take back the confirmation of `partyId` for the model named by `modelId`: somebody who works in
    /// its session (whose word it is, the session decides), or the party's leader.
    case confirmation
    /// Somebody who may read and change the goal plan of `unitId` in `weekId`, its drafts and their history: its
    /// leader, and the administrator. Participants and facilitators read the session's outcome instead.
    case goalPlan

    /// The parameters of the path that it is checked by.
    var parameters: [String] {
        switch self {
        case .anybody, .knownPerson, .administrator: []
        case .week: [PathParameter.week.name]
        case .session: [PathParameter.session.name]
        case .model: [PathParameter.model.name]
        case .confirmation: [PathParameter.model.name, PathParameter.party.name]
        case .goalPlan: [PathParameter.week.name, PathParameter.unit.name]
        }
    }
}

extension Set<Role> {
    /// Everybody with a role.
    package static let members: Set<Role> = [.administrator, .facilitator, .participant, .observer, .leader]
    /// Those who run it.
    package static let facilitators: Set<Role> = [.administrator, .facilitator]
    /// Those who work on it.
    package static let workers: Set<Role> = [.administrator, .facilitator, .participant]
}
