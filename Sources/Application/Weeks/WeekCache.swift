import Planning
import Synchronization

/// Weeks as they were last read. To read one is to parse all of it, and everybody who joins, posts or opens a plan asks.
final class WeekCache: Sendable {
    enum Part: Hashable {
        /// What it is made from, and its sessions.
        case outline
        /// Models as well.
        case models
        /// The people who joined as well.
        case whole
    }

    private struct Key: Hashable {
        let id: String
        let part: Part
    }

    /// More than are looked at on one day.
    private static let most = 32

    private let kept = Mutex<[Key: (week: Week, count: UInt64)]>([:])

    /// - Parameter count: of the changes there have been; another than that a week was kept under makes it old.
    func week(_ id: String, _ part: Part, asOf count: UInt64) -> Week? {
        kept.withLock { kept in
            guard let found = kept[Key(id: id, part: part)], found.count == count else { return nil }
            return found.week
        }
    }

    /// - Parameter count: as it was before the week was read.
    func keep(_ week: Week, _ part: Part, asOf count: UInt64) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[Key(id: week.id, part: part)] = (week, count)
        }
    }

    /// Lets go of all of them: what is never asked for again would hold somebody's name for as long as the server runs.
    func forget() { kept.withLock { $0.removeAll() } }
}
