import Synchronization

/// Figures of the writing side since the start.
package struct StorageStatistics: Sendable, Hashable {
    /// Transactions that were committed.
    package fileprivate(set) var commits: UInt64 = 0
    /// Groups that ended without COMMIT having returned. Who still waited behind such a failure counts as one more
    /// group.
    package fileprivate(set) var failedCommits: UInt64 = 0
    /// Bodies whose outcome is known, failed ones included; divided by `commits`, the size of a group.
    package fileprivate(set) var bodies: UInt64 = 0
    /// Of those, the ones whose caller got an error.
    package fileprivate(set) var failedBodies: UInt64 = 0
    /// Bodies that were not taken in: too many waited, or the storage had failed or was closed.
    package fileprivate(set) var refusedBodies: UInt64 = 0
    /// Most bodies that shared a commit.
    package fileprivate(set) var largestGroup: Int = 0
    /// Bodies that wait now, or run.
    package fileprivate(set) var waiting: Int = 0
    /// Time of the COMMIT statement.
    package fileprivate(set) var commitLatency = LatencyHistogram()
    /// From `write` being called to its body being durable.
    package fileprivate(set) var writeLatency = LatencyHistogram()

    package init() {}
}

/// Keeps the figures; outlives the connection, so that they go on over a reopening.
final class StatisticsRecorder: Sendable {
    private let figures = Mutex(StorageStatistics())

    var statistics: StorageStatistics { figures.withLock { $0 } }

    /// A body was taken in; it counts as waiting until an outcome holds it.
    func submitted() {
        figures.withLock { $0.waiting += 1 }
    }

    /// A body was turned away and never waited.
    func refused() {
        figures.withLock { $0.refusedBodies += 1 }
    }

    /// What became of one group. Called on the writer queue before anybody hears of it, so that a caller who was
    /// answered finds itself counted.
    func record(_ outcome: CommitGroup.Outcome) {
        let now = ContinuousClock.now
        figures.withLock { figures in
            let done = outcome.durable.count + outcome.failed.count
            figures.waiting -= done
            figures.bodies += UInt64(done)
            figures.failedBodies += UInt64(outcome.failed.count)
            figures.largestGroup = max(figures.largestGroup, outcome.durable.count)
            if let time = outcome.commitTime {
                figures.commits += 1
                figures.commitLatency.record(time)
            } else {
                figures.failedCommits += 1
            }
            for (write, _) in outcome.durable {
                figures.writeLatency.record(now - write.submitted)
            }
        }
    }
}
