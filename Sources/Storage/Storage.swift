/// Where everything durable is kept. A protocol, so that another database can take SQLite's place when one machine
/// is outgrown.
///
/// Bodies run on the database's own thread, one after another, and must not block or wait. They hold no `Database`:
/// what they may do is ``StorageReader`` and ``StorageWriter``, valid only inside the body.
package protocol Storage: Sendable {
    /// Runs `body` in the next group commit, alone in its savepoint, and returns only after COMMIT returned: what is
    /// returned is durable. A body that throws undoes itself alone.
    ///
    /// A ``StorageError`` from a failed commit means that nothing is known to be durable; it may still turn up after
    /// the storage was opened again. What accompanies the task (``WriteCompanion``) is written with it.
    /// - Throws: whatever `body` throws, or ``StorageError``. Cancelling the task does not take a write back.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any StorageWriter) throws -> T) async throws -> T

    /// Runs `body` against one consistent state, beside the writer and without waiting for it. Sees every write that
    /// returned before.
    func read<T: Sendable>(_ body: @escaping @Sendable (any StorageReader) throws -> T) async throws -> T

    /// Leaves nothing of what was deleted before in the database's files: the write-ahead log, which holds older
    /// versions of pages, goes into the database and is emptied. Nobody who writes waits for it longer than a moment.
    ///
    /// - Throws: `StorageError` when it could not be done now, as when somebody reads for long: to be tried again.
    func eraseTraces() async throws

    /// Opens the database anew after it failed, so that writing can go on. Whether it does is known once something
    /// has been written.
    func reopen() async throws(StorageError)

    /// Commits what waits, then closes. Later calls get ``StorageError/closed``.
    func close() async

    /// How often weeks were changed. What was read after a count was taken holds for as long as the count does. Cheap;
    /// callable from any thread.
    var weekChanges: WeekChanges { get }

    /// Figures since the start. Cheap; callable from any thread.
    var statistics: StorageStatistics { get }

    /// Why nothing can be written now; nil when all is well. Reading may go on. After ``StorageError/full`` the next
    /// write is tried all the same. Callable from any thread.
    var failure: StorageError? { get }
}

/// Counts of commits, each higher after one that changed what it is about.
package struct WeekChanges: Sendable, Hashable {
    /// Weeks and sessions.
    package var outline: UInt64 = 0
    /// Models as well.
    package var models: UInt64 = 0
    /// The people who joined as well.
    package var whole: UInt64 = 0

    package init() {}
}
