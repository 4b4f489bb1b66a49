/// What one connection may do with a document, decided at the handshake and checked at every message.
package struct DocumentAccess: Sendable {
    /// Whether updates from the connection reach the engine. A locked document refuses them all the same.
    package var canWrite: Bool
    /// Whether the connection asked for `saved` (`&saved=1`).
    package var wantsSaved: Bool
    /// Whether the connection asked for `acknowledged` (`&acknowledge=1`).
    package var wantsAcknowledged: Bool

    package init(canWrite: Bool, wantsSaved: Bool = false, wantsAcknowledged: Bool = false) {
        self.canWrite = canWrite
        self.wantsSaved = wantsSaved
        self.wantsAcknowledged = wantsAcknowledged
    }
}
