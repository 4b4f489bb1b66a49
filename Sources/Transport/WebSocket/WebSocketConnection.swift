import CLibwebsockets
import DequeModule

/// An open WebSocket.
@ServiceLoop
package final class WebSocketConnection {
    /// Unique within its transport.
    package nonisolated let id: UInt64
    package nonisolated let remoteAddress: String

    let handler: any WebSocketHandler
    let limits: TransportLimits
    let counters: TransportCounters
    private let memory: HeldMemory
    /// nil once the connection has ended. Not weak: a weak reference costs 3 % of a delivery, and `ended` always comes.
    private(set) var connection: Connection?

    var queue: Deque<OutboundMessage> = []
    /// Of the first in the queue, how much is written.
    var written = 0
    /// Bytes queued and not yet written.
    package var queuedBytes = 0

    /// The turn of the loop in which something last left, or began to wait.
    private(set) var movedInTurn: UInt64 = 0

    /// The message being joined.
    private(set) var incoming: [UInt8] = []
    var incomingIsText = false
    /// What arrives belongs to a message that is too large.
    var isDiscarding = false
    var incomingFragments = 0
    /// A ping may have come between the fragments of a message. Its pong goes out when the socket is writable: what is
    /// said to the message must not overtake it.
    var mayOwePong = false

    var closing: Closing?
    /// Why this side closes it, in words for the log; nil when it does not. What the peer says is the peer's.
    package internal(set) var closeReason: String?
    /// What the peer's close frame said.
    var peerCode: UInt16?
    var peerHasClosed = false
    private(set) lazy var pulse = PingSchedule.Pulse(of: self)
    /// A ping waits for the socket.
    var owesPing = false
    private var isOver = false

    struct Closing {
        var code: UInt16
        var reason: [UInt8]
        var cause: CloseCause
    }

    init(connection: Connection, handler: any WebSocketHandler, remoteAddress: String) {
        self.connection = connection
        self.handler = handler
        self.remoteAddress = remoteAddress
        id = connection.id
        limits = connection.transport.configuration.limits
        counters = connection.transport.counters
        memory = connection.transport.memory
    }

    /// False once either side closes.
    package var isOpen: Bool {
        connection != nil && closing == nil && !peerHasClosed
    }

    /// Queues a message. Silently dropped when no longer open; the handler is told `closed` in any case. When too much
    /// waits already, everything waiting is dropped and the connection closed with 1013; a message that is larger than
    /// the limit by itself is taken when what waits is no more than one write.
    package func send(_ message: OutboundMessage) {
        guard isOpen else { return }
        let first = queue.first.map { $0.count - written } ?? 0
        let fits = queuedBytes - first + message.count <= limits.outboundQueueBytes
        guard fits || queuedBytes <= limits.writeChunkBytes else {
            dropQueue()
            beginClose(code: 1013, reason: "reading too slowly", cause: .slowReader)
            return
        }
        queue.append(message)
        queuedBytes += message.count
        counters.addQueued(message.count)
        memory.hold(message)
        guard queue.count == 1, let transport = connection?.transport else { return }
        movedInTurn = transport.turnNumber
        transport.flushAtEndOfTurn(self)
    }

    /// Sends what is queued, then a close frame; the first call counts. A code that may not be sent (RFC 6455 section
    /// 7.4: reserved, or outside 1000–4999) becomes 1000. Of `reason` at most 123 bytes are sent.
    package func close(code: UInt16, reason: String = "") {
        beginClose(code: code, reason: reason, cause: .server)
    }

    func beginClose(code: UInt16, reason: String, cause: CloseCause) {
        guard isOpen else { return }
        closeReason = reason
        closing = Closing(code: Self.isSendable(code) ? code : 1000, reason: Self.truncated(reason), cause: cause)
        forgetIncoming()
        guard let connection, let wsi = connection.wsi else { return }
        // Should the socket never take the rest.
        lws_set_timeout(wsi, PENDING_TIMEOUT_CLOSE_SEND, limits.closeSeconds)
        connection.requestWritable()
    }

    func dropQueue() {
        // A message already begun is finished, else the close frame would land inside it.
        let begun = written > 0 ? queue.first : nil
        let rest = begun.map { $0.count - written } ?? 0
        counters.addQueued(rest - queuedBytes)
        removeFromQueue(queue.count)
        if let begun {
            queue.append(begun)
            memory.hold(begun)
        }
        queuedBytes = rest
    }

    /// Once a close frame is on its way, also what was begun is not finished: nothing may follow it.
    func forgetQueue() {
        counters.addQueued(-queuedBytes)
        removeFromQueue(queue.count)
        queuedBytes = 0
        written = 0
    }

    /// `LWS_CALLBACK_CLOSED`, or the socket's end whichever way.
    func ended() {
        guard !isOver else { return }
        isOver = true
        pulse.stop()
        let cause = closing?.cause ?? (peerHasClosed ? .peer : .lost)
        let code = peerHasClosed ? peerCode : closing?.code
        forgetQueue()
        counters.addWebSockets(-1)
        counters.add(cause)
        connection = nil
        forgetIncoming()
        handler.closed(self, code: code, cause: cause)
    }

    // MARK: What it makes the process hold

    package var hasMemory: Bool { memory.hasRoom }

    /// Bytes that it has waiting or half received.
    var heldBytes: Int { queuedBytes + incoming.count }

    /// Takes what has been sent, or never will be, out of the queue.
    func removeFromQueue(_ count: Int) {
        for message in queue.prefix(count) { memory.release(message) }
        queue.removeFirst(count)
    }

    /// Something has left. Costs a delivery nothing that can be measured.
    func noteMove() {
        if let transport = connection?.transport { movedInTurn = transport.turnNumber }
    }

    func receivePart(_ bytes: UnsafeRawBufferPointer) {
        if incoming.isEmpty, queue.isEmpty { noteMove() }
        incoming.append(contentsOf: bytes)
        memory.add(bytes.count)
    }

    /// The message as far as it has come; none of it is left.
    func takeIncoming() -> [UInt8] {
        defer { forgetIncoming() }
        return incoming
    }

    func forgetIncoming() {
        memory.add(-incoming.count)
        incoming = []
    }

    /// Ends at once, without a closing handshake that would have to wait for what is queued.
    func cut() {
        closeReason = "too much was held for all"
        closing = closing ?? Closing(code: 1013, reason: [], cause: .slowReader)
        connection?.kill()
    }

    private static func isSendable(_ code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }

    /// Whole characters only.
    private static func truncated(_ reason: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in reason.unicodeScalars {
            let next = Array(String(scalar).utf8)
            guard bytes.count + next.count <= 123 else { break }
            bytes += next
        }
        return bytes
    }
}
