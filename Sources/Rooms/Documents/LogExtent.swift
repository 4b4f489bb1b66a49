/// How long a document's log has become since its last snapshot.
struct LogExtent {
    var updates = 0
    var bytes = 0
    /// The sequence number of the last durable update; 0 when there is none.
    var lastSequence: Int64 = 0

    mutating func grow(by updates: [[UInt8]], lastSequence: Int64) {
        self.updates += updates.count
        bytes += updates.reduce(0) { $0 + $1.count }
        self.lastSequence = max(self.lastSequence, lastSequence)
    }
}
