package import Transport

/// Hears what the rooms do, for the metrics. Called on the loop; does no I/O.
@ServiceLoop
package protocol RoomObserver: AnyObject {
    /// A document was read from the database.
    func loadedDocument()
    /// An update was taken and integrated, or waits for what it builds on.
    func tookUpdate(bytes: Int)
    /// Something was refused and not looked at further.
    func dropped(_ reason: DropReason)
    /// A message was handed to this many connections.
    func delivered(_ receivers: Int)
    /// This much time passed between a batch's leaving the room and its commit.
    func saved(after: Duration)
}
