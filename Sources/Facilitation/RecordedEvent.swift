/// An event with its place and time, as stored.
package struct RecordedEvent: Sendable, Hashable {
    /// Counts from 1 within the session, without gaps.
    package var sequence: Int64
    /// Milliseconds since 1970, by the server.
    package var at: Int64
    package var event: SessionEvent

    package init(sequence: Int64, at: Int64, event: SessionEvent) {
        self.sequence = sequence
        self.at = at
        self.event = event
    }
}
