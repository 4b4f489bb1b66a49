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
