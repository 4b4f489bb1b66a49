import CRDT

/// What to tell whom once a batch is durable.
struct CommitReceipt {
    /// Everything the document held when the batch left the room.
    let stateVector: StateVector
    /// For each connection that waits: how many of its messages are in this batch or an earlier one.
    let taken: [UInt64: UInt64]
    /// When the batch left the room.
    let leftAt: ContinuousClock.Instant
}
