import Planning
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
        /// 0 until it is made.
        var bytes = 0
        var askedAt: UInt64
    }

    private struct State {
        var kept: [String: Kept] = [:]
        var asked: UInt64 = 0
    }

    private let state = Mutex(State())
    private let bytesLimit: Int

    init(bytesLimit: Int) { self.bytesLimit = bytesLimit }

    /// What is kept of a week, or is being made; nil where the week is another now.
    func reading(_ id: String, at revision: Revision) -> Task<WeekReading, Never>? {
        state.withLock { state in
            guard state.kept[id]?.revision == revision else { return nil }
            state.asked += 1
            state.kept[id]?.askedAt = state.asked
            return state.kept[id]?.reading
        }
    }

    func begin(_ id: String, at revision: Revision, _ reading: Task<WeekReading, Never>) {
        state.withLock { state in
            state.asked += 1
            state.kept[id] = Kept(revision: revision, reading: reading, askedAt: state.asked)
        }
    }

    /// A reading is made; from now on its bytes count.
    func keep(_ id: String, at revision: Revision, bytes: Int) {
        state.withLock { state in
            guard state.kept[id]?.revision == revision else { return }
            state.kept[id]?.bytes = bytes
            while state.kept.values.reduce(0, { $0 + $1.bytes }) > bytesLimit,
                let oldest = state.kept.min(by: { $0.value.askedAt < $1.value.askedAt })
            {
                state.kept[oldest.key] = nil
            }
        }
    }

    /// Lets go of all of them: they may hold a name that must not be known any more.
    func forget() { state.withLock { $0.kept.removeAll() } }
}
