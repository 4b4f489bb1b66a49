package import Planning

/// Where it is known what the models of a week say now.
package protocol ModelStates: Sendable {
    /// The state of every model of `week`, in the week's order.
    func states(of week: Week) async throws -> [ModelState]
}
