import GRDB

/// One transaction with the bodies that share it. Nobody hears anything before it is over.
struct CommitGroup {
    /// What became of the group. `deliver` tells everyone.
    struct Outcome {
        var durable: [(write: PendingWrite, resume: @Sendable () -> Void)] = []
        var failed: [(write: PendingWrite, error: any Error)] = []
        /// Bodies that were not run, because the transaction was lost before their turn.
        var unrun: ArraySlice<PendingWrite> = []
        /// Time of COMMIT; nil when it was not reached or failed.
        var commitTime: Duration?
        /// Why the database cannot be trusted with more.
        var failure: StorageError?

        /// Whether there was no room for some of it.
        var metFullDisk: Bool { failed.contains { $0.error as? StorageError == .full } }

        /// Resumes everybody. On the writer queue with no lock held; resuming only schedules, so no caller's code runs
        /// here.
        func deliver() {
            for (_, resume) in durable { resume() }
            for (write, error) in failed { write.fail(error) }
        }
    }

    let commit: CommitStep

    /// On the writer queue. Begins by rolling back what an earlier failure may have left open.
    func run(_ writes: [PendingWrite], on database: Database) -> Outcome {
        var outcome = Outcome()
        do {
            try database.rollback()
            try database.beginTransaction(.immediate)
        } catch {
            lose(StorageError(error), with: writes[...], &outcome)
            return outcome
        }
        for index in writes.indices {
            guard attempt(writes[index], on: database, &outcome) else {
                outcome.unrun = writes[(index + 1)...]
                break
            }
        }
        finish(on: database, &outcome)
        return outcome
    }

    /// Runs one body in its savepoint.
    /// - Returns: whether the transaction is still there for the next.
    private func attempt(_ write: PendingWrite, on database: Database, _ outcome: inout Outcome) -> Bool {
        do {
            var resume: (@Sendable () -> Void)?
            try database.inSavepoint {
                resume = try write.run(SQLiteAccess(database: database))
                return .commit
            }
            if let resume { outcome.durable.append((write, resume)) }
            return true
        } catch {
            let known = error is DatabaseError ? StorageError(error) : error
            outcome.failed.append((write, known))
            guard let fault = known as? StorageError, fault.stopsWriting || !database.isInsideTransaction
            else { return true }
            lose(fault, with: [], &outcome)
            return false
        }
    }

    /// Commits what the bodies wrote, unless the transaction is lost already.
    private func finish(on database: Database, _ outcome: inout Outcome) {
        guard database.isInsideTransaction, outcome.failure == nil else {
            try? database.rollback()
            return
        }
        let started = ContinuousClock.now
        do {
            try commit.run(database)
            outcome.commitTime = .now - started
        } catch {
            lose(StorageError(error), with: [], &outcome)
            // A transaction that stays open is rolled back before the next begins.
            try? database.rollback()
        }
    }

    /// Nothing of the group is durable: those who thought so hear the reason.
    private func lose(_ error: StorageError, with others: ArraySlice<PendingWrite>, _ outcome: inout Outcome) {
        outcome.failed += outcome.durable.map { ($0.write, error) } + others.map { ($0, error) }
        outcome.durable = []
        if error.stopsWriting { outcome.failure = error }
    }
}

/// A body that waits for its commit, with whoever waits for it. Exactly one of the two ways out is taken.
struct PendingWrite: Sendable {
    /// Runs the body; gives what to call once it is durable.
    let run: @Sendable (any StorageWriter) throws -> @Sendable () -> Void
    /// To call when it is not.
    let fail: @Sendable (any Error) -> Void
    /// When it was handed in, for the statistics.
    let submitted: ContinuousClock.Instant

    init<T: Sendable>(
        _ body: @escaping @Sendable (any StorageWriter) throws -> T, _ continuation: CheckedContinuation<T, any Error>
    ) {
        run = { writer in
            let value = try body(writer)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
        submitted = .now
    }
}

/// The step that makes a transaction durable. A parameter, so that tests can make it fail, and can acknowledge too
/// early on purpose.
struct CommitStep: Sendable {
    let run: @Sendable (Database) throws -> Void

    static let standard = CommitStep { try $0.commit() }
}
