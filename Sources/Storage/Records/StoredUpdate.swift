/// One update of a document's log.
package struct StoredUpdate: Sendable, Hashable {
    package var sequence: Int64
    package var bytes: [UInt8]

    package init(sequence: Int64, bytes: [UInt8]) {
        self.sequence = sequence
        self.bytes = bytes
    }
}
