import GRDB
import Synchronization

/// Gathers writes into transactions. While one commit waits for the disk, the next group gathers: under load many
/// writes share one fsync, and a lone write never waits for company.
///
/// Bodies run on the connection's writer queue, one group per turn, so that a checkpoint gets its turn too.
final class GroupCommitter: Sendable {
    private struct State {
        var waiting: [PendingWrite] = []
        /// Whether a turn on the writer queue is under way or asked for.
        var isScheduled = false
        /// Why nothing is taken in any more.
        var refusal: StorageError?
        /// Whether the last group met a full disk.
        var isFull = false
    }

    private let state = Mutex(State())
    private let database: any DatabaseWriter
    private let options: SQLiteOptions
    private let group: CommitGroup
    private let recorder: StatisticsRecorder

    init(
        _ database: any DatabaseWriter, options: SQLiteOptions, commit: CommitStep, recorder: StatisticsRecorder
    ) {
        self.database = database
        self.options = options
        group = CommitGroup(commit: commit)
        self.recorder = recorder
    }

    /// Why nothing can be written: it failed, or is closed, or there was no room for the last of it.
    var failure: StorageError? { state.withLock { $0.refusal ?? ($0.isFull ? .full : nil) } }

    /// From any thread. Fails the write at once when it can't be taken in.
    func submit(_ write: PendingWrite) {
        let refusal: StorageError? = state.withLock { state in
            if let refusal = state.refusal { return refusal }
            if state.waiting.count >= options.waitingBodies { return .overloaded }
            recorder.submitted()
            state.waiting.append(write)
            schedule(&state)
            return nil
        }
        if let refusal {
            recorder.refused()
            write.fail(refusal)
        }
    }

    /// Takes in nothing more, and returns when everything taken in is done. A failure stays the reason.
    func close() async {
        await withCheckedContinuation { continuation in
            state.withLock { $0.refusal = $0.refusal ?? .closed }
            // The writer queue is first in, first out, but a turn may ask for another: come back until none did.
            waitForIdle { continuation.resume() }
        }
    }

    private func waitForIdle(_ done: @escaping @Sendable () -> Void) {
        database.asyncWriteWithoutTransaction { _ in
            if self.state.withLock({ $0.isScheduled }) { self.waitForIdle(done) } else { done() }
        }
    }

    /// Asks for one turn, never two. Called with the state's lock held, which GRDB's queue does not need.
    private func schedule(_ state: inout State) {
        guard !state.isScheduled, !state.waiting.isEmpty else { return }
        state.isScheduled = true
        database.asyncWriteWithoutTransaction { self.turn(on: $0) }
    }

    /// On the writer queue. The figures come first, then who waits: resuming may begin the next write.
    private func turn(on database: Database) {
        let outcome = group.run(takeGroup(), on: database)
        recorder.record(outcome)
        let abandoned = settle(outcome)
        outcome.deliver()
        abandoned.deliver()
    }

    /// The first that came, as many as share a commit; nobody overtakes.
    private func takeGroup() -> [PendingWrite] {
        state.withLock { state in
            let group = Array(state.waiting.prefix(options.bodiesPerCommit))
            state.waiting.removeFirst(group.count)
            return group
        }
    }

    /// Puts back what had no turn, and asks for the next turn. After a failure everybody who waits hears of it.
    private func settle(_ outcome: CommitGroup.Outcome) -> CommitGroup.Outcome {
        var abandoned = CommitGroup.Outcome()
        state.withLock { state in
            state.isScheduled = false
            state.waiting.insert(contentsOf: outcome.unrun, at: 0)
            state.isFull = outcome.metFullDisk
            if let failure = outcome.failure {
                state.refusal = failure
                abandoned.failed = state.waiting.map { ($0, failure) }
                state.waiting = []
            }
            schedule(&state)
        }
        if !abandoned.failed.isEmpty { recorder.record(abandoned) }
        return abandoned
    }
}
