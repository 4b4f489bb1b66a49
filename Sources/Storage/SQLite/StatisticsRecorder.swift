import Synchronization

/// Keeps the figures; outlives the connection, so that they go on over a reopening.
final class StatisticsRecorder: Sendable {
    private let figures = Mutex(StorageStatistics())

    var statistics: StorageStatistics { figures.withLock { $0 } }

    func submitted() {
        figures.withLock { $0.waiting += 1 }
    }

    func refused() {
        figures.withLock { $0.refusedBodies += 1 }
    }

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
