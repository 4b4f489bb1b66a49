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
    /// Somebody who may read the goal plan of `unitId` in `weekId`: its leader, those who took part for it, and
    /// the week's facilitators.
    case goalPlan
    /// Somebody who may change that goal plan: its leader, and the administrator.
    case goalPlanLeader
}

extension Set<Role> {
    /// Everybody with a role.
    package static let members: Set<Role> = [.administrator, .facilitator, .participant, .observer, .leader]
    /// Those who run it.
    package static let facilitators: Set<Role> = [.administrator, .facilitator]
    /// Those who work on it.
    package static let workers: Set<Role> = [.administrator, .facilitator, .participant]
}
