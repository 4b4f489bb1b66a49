import DequeModule
import Foundation
import Glibc
import Synchronization

/// Where documents are put together and written: on few threads of their own, behind everything else that the server
/// does.
///
/// Swift's own pool has as many threads as the machine has cores, and each step of an answer to somebody else goes
/// through it. Two long texts on a machine of two cores would hold them all for as long as they take: nobody's command
/// was answered meanwhile.
package final class BackgroundThreads: TaskExecutor {
    /// One core is left to the service loop and to those who wait for an answer, where there is more than one.
    package static let shared = BackgroundThreads(
        count: max(1, min(2, ProcessInfo.processInfo.activeProcessorCount - 1)))

    /// How far behind, as `nice` counts.
    private static let niceness: Int32 = 5

    private let inbox = Mutex(Deque<UnownedJob>())
    private let arrivals = DispatchSemaphore(value: 0)

    /// The threads live as long as the process.
    private init(count: Int) {
        for number in 1...count {
            let thread = Thread { [self] in work() }
            thread.name = "documents-\(number)"
            thread.start()
        }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        inbox.withLock { $0.append(job) }
        arrivals.signal()
    }

    private func work() -> Never {
        // Linux counts a thread as a process here: the others stay as they are.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
        let executor = asUnownedTaskExecutor()
        while true {
            arrivals.wait()
            inbox.withLock { $0.popFirst() }?.runSynchronously(on: executor)
        }
    }
}
