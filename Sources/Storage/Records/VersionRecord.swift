/// What a document said at a time, kept so that one can look back and go back.
package struct VersionRecord: Sendable, Hashable {
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
