/// How many exports of whole weeks, and how long they stay.
package struct ExportLimits: Sendable, Hashable {
    /// At the same time: each holds its documents in memory, and the converters are shared.
    package var running = 4
    /// Finished ones that wait to be fetched; the oldest goes first.
    package var kept = 8
    /// Seconds a finished one waits.
    package var keptSeconds = 900
    /// All documents of a week together: they are in memory until they are fetched.
    package var archiveBytes = 256 << 20

    package init() {}
}
