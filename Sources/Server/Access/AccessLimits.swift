/// How often somebody may be wrong. Only failures count: a whole municipality may come in behind one address.
package struct AccessLimits: Sendable {
    /// Wrong join codes and links from one address in a window. At 30 in ten minutes, and 600 in all, finding one of a
    /// hundred codes among 32⁸ takes centuries.
    package var failuresPerAddress = 30
    /// The same over all addresses.
    package var failures = 600
    /// How long a window lasts from its first failure.
    package var window: Duration = .seconds(600)
    /// Addresses remembered at the same time; the oldest windows are forgotten first.
    package var addresses = 10_000

    package init() {}
}
