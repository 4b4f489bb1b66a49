/// A document as stored: its snapshot, and what was appended after it.
package struct StoredDocument: Sendable, Hashable {
    package var snapshot: [UInt8]?
    /// The last update that the snapshot contains; 0 without a snapshot.
    package var snapshotSequence: Int64
    /// In order, from `snapshotSequence` + 1, without gaps.
    package var updates: [StoredUpdate]

    package init(snapshot: [UInt8]?, snapshotSequence: Int64, updates: [StoredUpdate]) {
        self.snapshot = snapshot
        self.snapshotSequence = snapshotSequence
        self.updates = updates
    }

    /// The last update there is.
    package var lastSequence: Int64 { updates.last?.sequence ?? snapshotSequence }
}
