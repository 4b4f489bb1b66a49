/// How often somebody may be wrong. Only failures count: a whole municipality may come in behind one address.
package struct AccessLimits: Sendable {
    /// Wrong join codes and links from one address in a window. Of 3,000 people who come in behind one address within
    /// five minutes some 150 write the code wrong at first; twice as many may.
    package var failuresPerAddress = 300
    /// The same over all addresses: ten such houses. Finding one of a hundred codes among 32⁸ then takes some seventy
    /// years.
    package var failures = 3_000
    /// How long a window lasts from its first failure.
    package var window: Duration = .seconds(600)
    /// Addresses remembered at the same time; the oldest windows are forgotten first.
    package var addresses = 10_000

    package init() {}
}
