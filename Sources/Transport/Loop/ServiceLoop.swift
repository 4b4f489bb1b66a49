import CLibwebsockets
import DequeModule
import Glibc
import Synchronization

/// The isolation of everything that lives on the libwebsockets service thread.
///
/// Its executor is the loop of whichever `Transport` runs; there is one loop per process. Work enqueued while none
/// runs is kept, in order, for the next one. `Task { @ServiceLoop in … }` and `await` work from any thread.
@globalActor
package actor ServiceLoop {
    package static let shared = ServiceLoop()

    static let executor = ServiceLoopExecutor()

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        Self.executor.asUnownedSerialExecutor()
    }

    /// Runs `operation` here and now. Stops the program when the calling thread is not the service thread: that is a
    /// mistake in this program, never a matter of input.
    package static nonisolated func assumeIsolated<T: Sendable>(_ operation: @ServiceLoop () throws -> T) rethrows -> T
    {
        typealias Isolated = @ServiceLoop () throws -> T
        typealias Plain = () throws -> T
        executor.checkIsolated()
        return try withoutActuallyEscaping(operation) { (escaping: @escaping Isolated) throws -> T in
            // The two types differ only in isolation, which was just checked; MainActor does the same.
            try unsafeBitCast(escaping, to: Plain.self)()
        }
    }
}

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

    /// When the loop has ended. Jobs that come later wait for the next one.
    func releaseThread() {
        thread.store(0, ordering: .sequentiallyConsistent)
    }

    /// From here on other threads wake the loop.
    func attach(_ context: OpaquePointer) {
        inbox.withLock { $0.context = Context(pointer: context) }
    }

    /// Returns when no other thread is inside `lws_cancel_service` any more.
    func detach() {
        inbox.withLock { $0.context = nil }
    }

    /// From any thread. The loop is woken once for however many jobs come before it looks.
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

    /// At least one each turn, so that patient jobs end too however busy the sockets are.
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

    /// What Swift asks where it cannot prove the isolation. Stops the program.
    func checkIsolated() {
        precondition(isOnServiceThread, "Only the libwebsockets service thread may run this.")
    }

    func isIsolatingCurrentContext() -> Bool? {
        isOnServiceThread
    }
}
