/// An event of a session, as stored.
package struct EventRecord: Sendable, Hashable {
    /// 1, 2, 3 … in the session.
    package var sequence: Int64
    /// Milliseconds since 1970.
    package var at: Int64
    /// The event's JSON, byte for byte as appended.
    package var json: String

    package init(sequence: Int64, at: Int64, json: String) {
        self.sequence = sequence
        self.at = at
        self.json = json
    }
}

/// A session's state in the place of the events that led to it.
package struct SessionSnapshot: Sendable, Hashable {
    /// The last event that is part of it.
    package var sequence: Int64
    /// Every event after this one is still there; of those up to it only what is kept as history.
    package var completeAfter: Int64
    /// How many events up to `completeAfter` are there.
    package var kept: Int
    /// The state's JSON.
    package var document: String

    package init(sequence: Int64, completeAfter: Int64, kept: Int, document: String) {
        self.sequence = sequence
        self.completeAfter = completeAfter
        self.kept = kept
        self.document = document
    }
}

/// How much of what happened in a session is kept as history, the newest.
package struct HistoryBound: Sendable, Hashable {
    /// How many.
    package var events: Int
    /// Of their JSON.
    package var bytes: Int

    package init(events: Int, bytes: Int) {
        self.events = events
        self.bytes = bytes
    }
}
