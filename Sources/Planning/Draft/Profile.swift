/// Which governance system a unit's plan follows, and so which document a draft becomes.
package enum Profile: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seed 002: the yearly goal plan with goals, trial actions, signs and milestones.
    case maalplan
}
