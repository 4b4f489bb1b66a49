import GRDB
import Synchronization

/// Counts the commits that changed weeks, by which whoever keeps what was read of one knows that it still holds. Works
/// on the writing connection; `changes` is read from any thread.
final class WeekObserver: TransactionObserver, Sendable {
    private struct State {
        var changes = WeekChanges()
        var isOutlineTouched = false
        var arePeopleTouched = false
    }

    private static let outline: Set<String> = ["week", "session", "model"]
    private static let people = "participant"

    private let state = Mutex(State())

    var changes: WeekChanges { state.withLock { $0.changes } }

    /// Everything may be another than it was: the database was opened anew.
    func start(on database: Database) {
        database.add(transactionObserver: self, extent: .databaseLifetime)
        state.withLock { state in
            state.isOutlineTouched = true
            state.arePeopleTouched = true
        }
        databaseDidCommit(database)
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool {
        Self.outline.contains(eventKind.tableName) || eventKind.tableName == Self.people
    }

    func databaseDidChange(with event: DatabaseEvent) {
        let isPerson = event.tableName == Self.people
        state.withLock { state in
            if isPerson { state.arePeopleTouched = true } else { state.isOutlineTouched = true }
        }
    }

    func databaseDidCommit(_ database: Database) {
        state.withLock { state in
            if state.isOutlineTouched { state.changes.outline += 1 }
            if state.isOutlineTouched || state.arePeopleTouched { state.changes.whole += 1 }
            state.isOutlineTouched = false
            state.arePeopleTouched = false
        }
    }

    func databaseDidRollback(_ database: Database) {
        state.withLock { state in
            state.isOutlineTouched = false
            state.arePeopleTouched = false
        }
    }
}
