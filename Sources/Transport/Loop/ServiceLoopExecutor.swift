import CLibwebsockets
import DequeModule
import Glibc
import Synchronization

/// Brings jobs from any thread to the service thread.
///
/// Jobs of a lower priority than `.medium` (what only reads, over HTTP) wait in a line of their own, of which each turn
/// takes some milliseconds: however many there are, sockets and what sockets asked for get their turns between them.
///
/// Lock and pointer belong together: `lws_cancel_service` is the one call libwebsockets allows from another thread,
/// and only while its context lives, so it is made under the same lock that `detach()` takes before the context dies.
final class ServiceLoopExecutor: SerialExecutor {
    /// - SAFETY: the pointer is handed only to `lws_cancel_service`, under the lock, while attached.
    private struct Context: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private struct Inbox {
        var jobs: [UnownedJob] = []
        /// First first.
        var patient: Deque<UnownedJob> = []
        var context: Context?
        /// One wake per batch is enough.
        var isSignalled = false
    }

    /// What patient jobs may take of a turn; one begins in each. A key waits no longer than that for a turn, and the
    /// longest job.
    private static let patientTurn: Duration = .milliseconds(2)

    private let inbox = Mutex(Inbox())
    /// The service thread while one runs, else 0, which no thread is.
    private let thread = Atomic<UInt>(0)

    var isOnServiceThread: Bool {
        thread.load(ordering: .relaxed) == UInt(pthread_self())
    }

    /// False when another thread is already the service thread.
    func claimThread() -> Bool {
        thread.compareExchange(expected: 0, desired: UInt(pthread_self()), ordering: .sequentiallyConsistent).exchanged
    }

    func releaseThread() {
        thread.store(0, ordering: .sequentiallyConsistent)
    }

    func attach(_ context: OpaquePointer) {
        inbox.withLock { $0.context = Context(pointer: context) }
    }

    func detach() {
        inbox.withLock { $0.context = nil }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let isPatient = job.priority.rawValue < TaskPriority.medium.rawValue
        let job = UnownedJob(job)
        let isHere = isOnServiceThread
        inbox.withLock { inbox in
            if isPatient { inbox.patient.append(job) } else { inbox.jobs.append(job) }
            // The service thread looks into the inbox before it sleeps.
            guard !isHere, !inbox.isSignalled, let context = inbox.context else { return }
            inbox.isSignalled = true
            lws_cancel_service(context.pointer)
        }
    }

    var hasJobs: Bool {
        inbox.withLock { !$0.jobs.isEmpty || !$0.patient.isEmpty }
    }

    /// Runs what is in the inbox now; what these jobs enqueue waits for the next turn, so that sockets get theirs.
    func drain() {
        let jobs = inbox.withLock { inbox in
            inbox.isSignalled = false
            guard !inbox.jobs.isEmpty else { return [UnownedJob]() }
            let jobs = inbox.jobs
            inbox.jobs = []
            return jobs
        }
        let executor = asUnownedSerialExecutor()
        for job in jobs {
            job.runSynchronously(on: executor)
        }
        drainPatient()
    }

    private func drainPatient() {
        let executor = asUnownedSerialExecutor()
        guard var next = firstPatient() else { return }
        let end = ContinuousClock.now + Self.patientTurn
        while true {
            next.runSynchronously(on: executor)
            guard ContinuousClock.now < end, let another = firstPatient() else { return }
            next = another
        }
    }

    private func firstPatient() -> UnownedJob? {
        inbox.withLock { $0.patient.popFirst() }
    }

    func checkIsolated() {
        precondition(isOnServiceThread, "Only the libwebsockets service thread may run this.")
    }

    func isIsolatingCurrentContext() -> Bool? {
        isOnServiceThread
    }
}
