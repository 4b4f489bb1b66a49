import Facilitation
import Storage

/// What a session keeps of its past beside its state: the last events, and how much there is of what.
struct SessionJournal: Sendable {
    /// The last events, for those who come back.
    private(set) var tail: JournalTail
    /// Of the state that is stored in the place of older events; 0 where there is none.
    private(set) var snapshotBytes: Int
    private(set) var eventsSinceSnapshot = 0
    private(set) var bytesSinceSnapshot = 0
    /// Whether something happened that this version knows nothing of: a state without it must not take its place.
    private(set) var hasUnknownEvents = false

    init(after snapshot: SessionSnapshot?, limits: RoomLimits) {
        tail = JournalTail(after: snapshot?.completeAfter ?? 0, limits: limits)
        snapshotBytes = snapshot?.document.utf8.count ?? 0
    }

    /// Bytes of JSON that the session holds at most.
    var heldBytes: Int { snapshotBytes + bytesSinceSnapshot }

    /// - Parameter isInSnapshot: whether the stored state has what came of it.
    mutating func append(_ entry: JournalEntry, of event: SessionEvent, bytes: Int, isInSnapshot: Bool = false) {
        tail.append(entry)
        guard !isInSnapshot else { return }
        eventsSinceSnapshot += 1
        bytesSinceSnapshot += bytes
        if event.isUnheardOf { hasUnknownEvents = true }
    }

    /// A state has taken the place of all that `former` held.
    mutating func replaced(_ former: SessionJournal, by document: String) {
        snapshotBytes = document.utf8.count
        eventsSinceSnapshot -= former.eventsSinceSnapshot
        bytesSinceSnapshot -= former.bytesSinceSnapshot
    }
}

extension SessionEvent {
    /// Of a kind that this version knows nothing of. One of which nothing is left is none.
    fileprivate var isUnheardOf: Bool {
        guard case .unknown(let kind) = self else { return false }
        return kind != EventRedaction.kind
    }
}
