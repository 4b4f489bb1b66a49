import Logging

/// What all WebSockets of the process together make it hold: messages that wait to be sent, each counted once however
/// many wait for it, and messages that have not come whole.
///
/// A connection's own bounds say nothing about ten thousand connections. So there is one sum, and when it is passed
/// those are cut who have stood still longest: whoever comes back asks for what is lacking.
@ServiceLoop
final class HeldMemory {
    /// Payload alone: queues and heads come to little beside it.
    private(set) var bytes = 0
    private let limit: Int

    nonisolated init(limit: Int) {
        self.limit = limit
    }

    var isOver: Bool { bytes > limit }
    /// Whether something large may be added: a half is kept for what everybody is sent.
    var hasRoom: Bool { bytes < limit / 2 }
    /// Down to where connections are cut once it is over, so that it is not over again at once.
    var isRelieved: Bool { bytes <= limit / 4 * 3 }

    func add(_ count: Int) { bytes += count }

    /// Before the message joins a queue.
    func hold(_ message: OutboundMessage) {
        if message.queues == 0 { bytes += message.count }
        message.queues += 1
    }

    /// After it left one. The last to let go takes its bytes off the sum.
    func release(_ message: OutboundMessage) {
        message.queues -= 1
        if message.queues == 0 { bytes -= message.count }
    }
}

extension Transport {
    /// Cuts connections until the process holds what it may: first those that hold much, and of them those that have
    /// stood still longest. Called between two turns.
    func relieveMemory() {
        let webSockets = handles.values.compactMap { ($0 as? Connection)?.webSocket }.filter { $0.heldBytes > 0 }
        let large = configuration.limits.writeChunkBytes
        let inTurn = webSockets.sorted { first, second in
            let (isLarge, isOtherLarge) = (first.heldBytes >= large, second.heldBytes >= large)
            return isLarge == isOtherLarge ? first.movedInTurn < second.movedInTurn : isLarge
        }
        for webSocket in inTurn {
            if memory.isRelieved { break }
            webSocket.cut()
        }
        logger.warning("connections were cut: too much was held for all", metadata: ["bytes": "\(memory.bytes)"])
    }
}
