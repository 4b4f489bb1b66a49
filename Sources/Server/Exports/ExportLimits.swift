import Application

/// How many exports of whole weeks, and how long they stay.
package struct ExportLimits: Sendable, Hashable {
    /// At the same time: each holds its documents in memory, and the converters are shared.
    package var running = 4
    /// Of those, one person's.
    package var runningPerPerson = 2
    /// Finished ones that wait to be fetched; the oldest goes first.
    package var kept = 8
    /// Seconds a finished one waits.
    package var keptSeconds = 900
    /// All documents of a week together: they are in memory until they are fetched.
    package var archiveBytes = 256 << 20
    /// Plans, drafts and outcomes that are put together and written at the same time. Each takes a core for a fraction
    /// of a second; the service loop needs one as well.
    package var texts = 2
    /// In the queue behind them.
    package var textsWaiting = 128
    /// Of one person.
    package var textsWaitingPerPerson = 8
    /// One document as text. Ten times a whole municipality's plan.
    package var textBytes = 32 << 20

    /// For two cores and some hundred megabytes of memory.
    package init() {}
}
