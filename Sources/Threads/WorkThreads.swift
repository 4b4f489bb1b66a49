import DequeModule
import Foundation
import Glibc
import Synchronization

/// Threads for work of one kind. What a task that prefers them does outside of any actor with threads of its own is done
/// here: `withTaskExecutorPreference(WorkThreads.answers) { … }`.
///
/// Swift's own pool has as many threads as the machine has cores, and each task comes back from each wait through it,
/// also one that belongs to the service loop. So that pool is left to what is short and waited for, what people write
/// and decide: an archive of a week that held it for a second would hold everybody's keys for as long.
///
/// What has a priority of `.medium` or above goes first. A task that is begun without a parent (`Task`, `Task.detached`)
/// takes no preference over from the one that begins it.
package final class WorkThreads: TaskExecutor {
    /// What requests do beside the loop: as many as there are cores, a little behind the loop itself.
    package static let answers = WorkThreads(
        "answers", count: ProcessInfo.processInfo.activeProcessorCount, niceness: 3)

    /// Where documents are put together and written: behind everything else that the server does. One core is left to
    /// the loop and to those who wait for an answer, where there is more than one.
    package static let documents = WorkThreads(
        "documents", count: max(1, min(2, ProcessInfo.processInfo.activeProcessorCount - 1)), niceness: 5)

    private struct Inbox {
        var jobs = Deque<UnownedJob>()
        /// Of a lower priority than `.medium`.
        var patient = Deque<UnownedJob>()
    }

    private let inbox = Mutex(Inbox())
    private let arrivals = DispatchSemaphore(value: 0)

    /// The threads live as long as the process.
    ///
    /// - Parameter niceness: how far behind others, as `nice` counts.
    init(_ name: String, count: Int, niceness: Int32) {
        for number in 1...count {
            let thread = Thread { [self] in work(niceness) }
            thread.name = "\(name)-\(number)"
            thread.start()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let isPatient = job.priority.rawValue < TaskPriority.medium.rawValue
        let job = UnownedJob(job)
        inbox.withLock { inbox in
            if isPatient { inbox.patient.append(job) } else { inbox.jobs.append(job) }
        }
        arrivals.signal()
    }

    private func work(_ niceness: Int32) -> Never {
        // Linux counts a thread as a process here: the others stay as they are.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
        let executor = asUnownedTaskExecutor()
        while true {
            arrivals.wait()
            next()?.runSynchronously(on: executor)
        }
    }

    private func next() -> UnownedJob? {
        inbox.withLock { $0.jobs.popFirst() ?? $0.patient.popFirst() }
    }
}
