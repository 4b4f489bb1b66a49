import GRDB
import Synchronization

/// Counts the commits that changed weeks, by which whoever keeps what was read of one knows that it still holds. Works
/// on the writing connection; `changes` is read from any thread.
final class WeekObserver: TransactionObserver, Sendable {
    private struct State {
        var changes = WeekChanges()
        var touched: Set<Part> = []
    }

    private enum Part: CaseIterable {
        case outline, models, people
    }

    /// What the pages of a week are read from. Events and documents are not: rooms tell of those themselves.
    private static let parts: [String: Part] = [
        "week": .outline, "session": .outline, "model": .models, "participant": .people,
    ]

    private let state = Mutex(State())

    var changes: WeekChanges { state.withLock { $0.changes } }

    /// Everything may be another than it was: the database was opened anew.
    func start(on database: Database) {
        database.add(transactionObserver: self, extent: .databaseLifetime)
        state.withLock { $0.touched = Set(Part.allCases) }
        databaseDidCommit(database)
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool {
        Self.parts[eventKind.tableName] != nil
    }

    func databaseDidChange(with event: DatabaseEvent) {
        guard let part = Self.parts[event.tableName] else { return }
        state.withLock { _ = $0.touched.insert(part) }
    }

    func databaseDidCommit(_ database: Database) {
        state.withLock { state in
            guard !state.touched.isEmpty else { return }
            if state.touched.contains(.outline) { state.changes.outline += 1 }
            if state.touched != [.people] { state.changes.models += 1 }
            state.changes.whole += 1
            state.touched = []
        }
    }

    /// Nothing of it happened: the next commit counts only its own. What a savepoint undid alone GRDB never tells.
    func databaseDidRollback(_ database: Database) {
        state.withLock { $0.touched = [] }
    }
}
