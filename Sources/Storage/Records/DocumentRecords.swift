/// A document as stored: its snapshot, and what was appended after it.
package struct StoredDocument: Sendable, Hashable {
    /// The document as one update of Yjs's encoding V1; nil while nothing was replaced.
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

/// One update of a document's log.
package struct StoredUpdate: Sendable, Hashable {
    /// 1, 2, 3 … for each document.
    package var sequence: Int64
    /// An update of Yjs's encoding V1, byte for byte as appended.
    package var bytes: [UInt8]

    package init(sequence: Int64, bytes: [UInt8]) {
        self.sequence = sequence
        self.bytes = bytes
    }
}

/// What a document said at a time, kept so that one can look back and go back.
package struct VersionRecord: Sendable, Hashable {
    /// The model's id: a document has no other.
    package var documentID: String
    /// 1, 2, 3 … for each document; the oldest may be gone.
    package var number: Int64
    /// Milliseconds since 1970.
    package var at: Int64
    /// Ids of the units and other parties that wrote since the version before, as a JSON array.
    package var parties: String
    /// Names the content: equal for equal content.
    package var contentVersion: String
    /// The document as one update; empty where only what stands around it was asked for.
    package var state: [UInt8]

    package init(
        documentID: String, number: Int64, at: Int64, parties: String, contentVersion: String, state: [UInt8]
    ) {
        self.documentID = documentID
        self.number = number
        self.at = at
        self.parties = parties
        self.contentVersion = contentVersion
        self.state = state
    }
}
