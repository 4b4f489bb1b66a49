import CRDT

extension DocumentRoom {
    /// The document as one update, and who wrote since this was asked the last time.
    func takeVersion() -> (state: [UInt8], parties: [String]) {
        defer { writers = [] }
        return (document.encodeStateAsUpdate(), writers.sorted())
    }
}
