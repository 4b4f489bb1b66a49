import Planning
import Rooms
import Synchronization

/// Weeks as they were last read for drafts, each under what it was read at. Bounded in bytes; what was asked for longest
/// ago goes first.
final class WeekReadings: Sendable {
    /// What a reading is made from: of two that are equal the readings are.
    struct Revision: Hashable {
        /// How often weeks, sessions and models had been changed.
        let planned: UInt64
        /// The last event of each session, in the week's order.
        var decided: [Int64] = []
        /// The number of each model's reading, in the week's order.
        var written: [UInt64] = []
    }

    private struct Kept {
        let revision: Revision
        let reading: Task<WeekReading, Never>
    }

    private struct State {
        var kept: [String: Kept] = [:]
        /// What each takes; 0 until it is made.
        var held: OldestFirst<String>
    }

    private let state: Mutex<State>

    init(bytesLimit: Int) { state = Mutex(State(held: OldestFirst(limit: bytesLimit))) }

    /// What is kept of a week, or is being made; nil where the week is another now.
    func reading(_ id: String, at revision: Revision) -> Task<WeekReading, Never>? {
        state.withLock { state in
            guard let kept = state.kept[id], kept.revision == revision else { return nil }
            state.held.use(id)
            return kept.reading
        }
    }

    func begin(_ id: String, at revision: Revision, _ reading: Task<WeekReading, Never>) {
        state.withLock { state in
            state.kept[id] = Kept(revision: revision, reading: reading)
            for oldest in state.held.hold(id, bytes: 0) { state.kept[oldest] = nil }
        }
    }

    /// A reading is made; from now on its bytes count.
    func keep(_ id: String, at revision: Revision, bytes: Int) {
        state.withLock { state in
            guard state.kept[id]?.revision == revision else { return }
            for oldest in state.held.hold(id, bytes: bytes) { state.kept[oldest] = nil }
        }
    }

    /// Lets go of all of them: they may hold a name that must not be known any more.
    func forget() {
        state.withLock { state in
            state.kept.removeAll()
            state.held.removeAll()
        }
    }
}
