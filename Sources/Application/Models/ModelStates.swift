package import Planning

/// Where it is known what the models and sessions of a week say now.
package protocol ModelStates: Sendable {
    /// The state of every model of `week`, in the week's order.
    func states(of week: Week) async throws -> [ModelState]
    /// What the sessions of `week` have decided since it was stored, by session.
    func news(of week: Week) async throws -> [String: Week.SessionNews]
}
