/// Which governance system a unit's plan follows, and so how the same data is arranged. The raw value is stored and
/// stands in addresses: it never changes. What each asks for is data: ``PlanProfile``.
package enum Profile: String, Sendable, Hashable, Codable, CaseIterable {
    /// Seed 002: the yearly goal plan with goals, trial actions, signs and milestones.
    case maalplan
    /// Seeds 000 and 003: committed dialogue; the process wheel's three parts and the five values.
    case proceshjul
    /// Seed 001: the agreement of seven parts between a holder and who the holder answers to.
    case aftale
    /// Seed 004: the dialogue agreement of 1½ and 2½ years in turn.
    case dialogaftale
}
