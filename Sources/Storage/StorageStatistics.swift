/// Figures of the writing side since the start.
package struct StorageStatistics: Sendable, Hashable {
    /// Transactions that were committed.
    package internal(set) var commits: UInt64 = 0
    package internal(set) var failedCommits: UInt64 = 0
    /// Bodies whose outcome is known, failed ones included; divided by `commits`, the size of a group.
    package internal(set) var bodies: UInt64 = 0
    package internal(set) var failedBodies: UInt64 = 0
    /// Bodies that were not taken in: too many waited, or the storage had failed or was closed.
    package internal(set) var refusedBodies: UInt64 = 0
    /// Most bodies that shared a commit.
    package internal(set) var largestGroup: Int = 0
    /// Bodies that wait now, or run.
    package internal(set) var waiting: Int = 0
    /// Time of the COMMIT statement.
    package internal(set) var commitLatency = LatencyHistogram()
    /// From `write` being called to its body being durable.
    package internal(set) var writeLatency = LatencyHistogram()

    package init() {}
}
