import CLibwebsockets
import DequeModule

/// An open WebSocket.
@ServiceLoop
package final class WebSocketConnection {
    /// Unique within its transport.
    package nonisolated let id: UInt64
    package nonisolated let remoteAddress: String

    private let handler: any WebSocketHandler
    private let limits: TransportLimits
    private let counters: TransportCounters
    private let memory: HeldMemory
    /// nil once the connection has ended. Not weak: a weak reference costs 3 % of a delivery, and `ended` always comes.
    private var connection: Connection?

    /// What waits, the first perhaps in part written.
    private var queue: Deque<OutboundMessage> = []
    /// Of the first in the queue, how much is written.
    private var written = 0
    /// Bytes queued and not yet written.
    package private(set) var queuedBytes = 0

    /// The turn of the loop in which something last left, or began to wait.
    private(set) var movedInTurn: UInt64 = 0

    /// The message being joined, as far as it has come; bounded by ``TransportLimits/messageBytes``.
    private var incoming: [UInt8] = []
    private var incomingIsText = false
    /// What arrives belongs to a message that is too large.
    private var isDiscarding = false
    private var incomingFragments = 0
    /// A ping may have come between the fragments of a message. Its pong goes out when the socket is writable: what is
    /// said to the message must not overtake it.
    private var mayOwePong = false

    private var closing: Closing?
    /// Why this side closes it, in words for the log; nil when it does not. What the peer says is the peer's.
    package private(set) var closeReason: String?
    /// What the peer's close frame said.
    private var peerCode: UInt16?
    private var peerHasClosed = false
    private(set) lazy var pulse = PingSchedule.Pulse(of: self)
    /// A ping waits for the socket.
    private var owesPing = false
    private var isOver = false

    private struct Closing {
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

    /// The one way to begin: by the handler, by a fault, by the shutdown. What is queued goes first.
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

    /// Gives up what waits. Nobody is told: who reads too slowly asks for what is lacking when they come back.
    private func dropQueue() {
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
    private func forgetQueue() {
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

    /// Whether something large may be sent: all WebSockets together hold less than half of what they may.
    package var hasMemory: Bool { memory.hasRoom }

    /// Bytes that it has waiting or half received.
    var heldBytes: Int { queuedBytes + incoming.count }

    /// Takes what has been sent, or never will be, out of the queue.
    private func removeFromQueue(_ count: Int) {
        for message in queue.prefix(count) { memory.release(message) }
        queue.removeFirst(count)
    }

    /// Something has left. Costs a delivery nothing that can be measured.
    private func noteMove() {
        if let transport = connection?.transport { movedInTurn = transport.turnNumber }
    }

    /// Adds to the message that is being joined, whose length was checked before.
    private func receivePart(_ bytes: UnsafeRawBufferPointer) {
        if incoming.isEmpty, queue.isEmpty { noteMove() }
        incoming.append(contentsOf: bytes)
        memory.add(bytes.count)
    }

    /// The message as far as it has come; none of it is left.
    private func takeIncoming() -> [UInt8] {
        defer { forgetIncoming() }
        return incoming
    }

    /// What has come of a message that will not be delivered, or has been.
    private func forgetIncoming() {
        memory.add(-incoming.count)
        incoming = []
    }

    /// Ends at once, without a closing handshake that would have to wait for what is queued.
    func cut() {
        closeReason = "too much was held for all"
        closing = closing ?? Closing(code: 1013, reason: [], cause: .slowReader)
        connection?.kill()
    }

    /// RFC 6455 section 7.4 and the registry that it opens.
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

// MARK: - Receiving

extension WebSocketConnection {
    /// `LWS_CALLBACK_RECEIVE`: a piece of a frame, never promised to be a whole one. Not 0 closes.
    func receive(_ bytes: UnsafeRawBufferPointer, from wsi: OpaquePointer) -> CInt {
        counters.add(.bytesReceived, bytes.count)
        pulse.isHeard = true
        guard isOpen else { return 0 }
        let remaining = lws_remaining_packet_payload(wsi)
        if isDiscarding {
            if remaining == 0 { closeTooLarge() }
            return 0
        }
        let isFinal = lws_is_final_fragment(wsi) != 0
        if incoming.isEmpty, incomingFragments == 0 { incomingIsText = lws_frame_is_binary(wsi) == 0 }
        // The length of the rest is the peer's word: it is compared, never allocated.
        let (total, overflows) = (incoming.count + bytes.count).addingReportingOverflow(remaining)
        guard !overflows, total <= limits.messageBytes else {
            forgetIncoming()
            isDiscarding = true
            // A client that still writes when the socket goes may never read the close frame: the rest of a frame
            // that is not much too large is read and dropped first.
            if overflows || remaining == 0 || remaining > limits.messageBytes { closeTooLarge() }
            return 0
        }
        receivePart(bytes)
        if isFinal {
            deliver()
        } else if remaining == 0 {
            incomingFragments += 1
            guard incomingFragments <= limits.fragments else {
                beginClose(code: 1008, reason: "too many fragments", cause: .tooLarge)
                return 0
            }
        }
        return 0
    }

    private func closeTooLarge() {
        beginClose(code: 1009, reason: "message too large", cause: .tooLarge)
    }

    /// A message is whole. Nothing of it is held any more once the handler has it.
    private func deliver() {
        let message = takeIncoming()
        mayOwePong = incomingFragments > 0
        incomingFragments = 0
        // libwebsockets checks text as it comes, but lets a message end inside a character when its last frame is
        // empty.
        if incomingIsText, String(validating: message, as: UTF8.self) == nil {
            beginClose(code: 1007, reason: "not UTF-8", cause: .protocolError)
            return
        }
        counters.add(.messagesReceived)
        handler.received(message, isText: incomingIsText, on: self)
    }

    /// libwebsockets closes by itself at a frame that the protocol forbids, and tells nobody: the close frame that it
    /// made is still there when the connection ends.
    func noteRefusal(by wsi: OpaquePointer) {
        guard closing == nil, !peerHasClosed, lws_get_close_length(wsi) >= 2, let frame = lws_get_close_payload(wsi)
        else { return }
        closeReason = "malformed frame"
        closing = Closing(code: UInt16(frame[0]) << 8 | UInt16(frame[1]), reason: [], cause: .protocolError)
    }

    /// `LWS_CALLBACK_WS_PEER_INITIATED_CLOSE`: 0 lets libwebsockets echo the frame. Of the codes that may not be sent
    /// it has replaced those below 3000 by 1002 already.
    func peerCloses(_ payload: UnsafeRawBufferPointer, _ wsi: OpaquePointer) -> CInt {
        forgetQueue()
        let code = payload.count >= 2 ? UInt16(payload[0]) << 8 | UInt16(payload[1]) : nil
        guard payload.count != 1, code ?? 0 < 5000, String(validating: payload.dropFirst(2), as: UTF8.self) != nil
        else {
            closing = closing ?? Closing(code: 1002, reason: [], cause: .protocolError)
            lws_close_reason(wsi, LWS_CLOSE_STATUS_PROTOCOL_ERR, nil, 0)
            // Both have closed then, and it is the server that hangs up (RFC 6455 section 7.1.1): libwebsockets would
            // wait a second for an answer to an answer.
            connection?.transport.schedule(after: .milliseconds(100)) { [weak connection] in connection?.kill() }
            return -1
        }
        peerHasClosed = true
        peerCode = code
        return 0
    }
}

// MARK: - Sending

extension WebSocketConnection {
    /// At the end of a turn in which the queue became non-empty: the first write is tried without asking the loop
    /// first, which saves two `epoll_ctl` per delivery (4.5 instead of 6.1 µs of CPU; one room of 200, 20 writers).
    /// Whatever remains goes by `WRITEABLE`.
    func flush() {
        guard let connection, let wsi = connection.wsi, !queue.isEmpty || owesPing, !peerHasClosed else { return }
        guard lws_partial_buffered(wsi) == 0, !mayOwePong else {
            mayOwePong = false
            return connection.requestWritable()
        }
        if writeNext(to: wsi) != 0 { connection.kill() }
    }

    /// `LWS_CALLBACK_SERVER_WRITEABLE`: one `lws_write`, or the close. Not 0 closes.
    func writeNext(to wsi: OpaquePointer) -> CInt {
        // A close frame is on its way, perhaps libwebsockets' own at a malformed frame: nothing may follow it.
        guard lws_get_close_length(wsi) == 0 else {
            forgetQueue()
            return 0
        }
        if owesPing, closing == nil, !peerHasClosed {
            guard writePing(to: wsi) else { return -1 }
            if !queue.isEmpty { lws_callback_on_writable(wsi) }
            return 0
        }
        guard let message = queue.first else { return finishClosing(wsi) }
        let gathered = gatheredCount
        if gathered > 1 {
            guard writeGathered(gathered, to: wsi) else { return -1 }
        } else {
            guard write(message, to: wsi) else { return -1 }
            if written >= message.count {
                removeFromQueue(1)
                written = 0
                counters.add(.messagesSent)
            }
        }
        if !queue.isEmpty || closing != nil {
            lws_callback_on_writable(wsi)
        } else {
            handler.drained(self)
        }
        return 0
    }

    /// Writes the next piece of `message`, as a frame of its own. libwebsockets puts the frame header into the bytes
    /// before it, which from the second piece on are payload that other receivers have yet to send: they are put back.
    /// What the socket does not take is copied by libwebsockets before it returns.
    private func write(_ message: OutboundMessage, to wsi: OpaquePointer) -> Bool {
        guard let payload = message.payload else { return false }
        let count = min(message.count - written, limits.writeChunkBytes)
        let start = payload.advanced(by: written)
        let before = start.advanced(by: -Int(samspil_lws_pre))
        let saved = before.withMemoryRebound(to: SIMD16<UInt8>.self, capacity: 1) { $0.pointee }
        defer { before.withMemoryRebound(to: SIMD16<UInt8>.self, capacity: 1) { $0.pointee = saved } }
        let result = lws_write(wsi, start, count, kind(of: message, upTo: written + count))
        guard result >= 0 else { return false }
        written += count
        noteMove()
        queuedBytes -= count
        counters.addQueued(-count)
        counters.add(.bytesSent, count)
        return true
    }

    /// A message in pieces is a frame and continuations, the last of which is final (RFC 6455 section 5.4).
    private func kind(of message: OutboundMessage, upTo end: Int) -> lws_write_protocol {
        var kind = message.isText ? LWS_WRITE_TEXT.rawValue : LWS_WRITE_BINARY.rawValue
        if written > 0 { kind = LWS_WRITE_CONTINUATION.rawValue }
        if end < message.count { kind |= LWS_WRITE_NO_FIN.rawValue }
        return lws_write_protocol(rawValue: kind)
    }

    /// `lws_close_reason` alone does not close: the −1 does.
    private func finishClosing(_ wsi: OpaquePointer) -> CInt {
        guard var closing else { return 0 }
        lws_close_reason(wsi, lws_close_status(rawValue: UInt32(closing.code)), &closing.reason, closing.reason.count)
        return -1
    }
}

// MARK: - Gathering

extension WebSocketConnection {
    /// How many of the messages that wait go out by one write: as many as fit the buffer, none of one that was begun.
    private var gatheredCount: Int {
        guard queue.count > 1, written == 0 else { return 0 }
        var room = GatheringBuffer.capacity
        var count = 0
        for message in queue {
            room -= message.count + GatheringBuffer.longestHead
            guard room >= 0 else { break }
            count += 1
        }
        return count
    }

    /// Writes the first `count` messages that wait as frames one behind the other, by one system call for all.
    ///
    /// libwebsockets frames one message for each `lws_write`; on a WebSocket, `LWS_WRITE_HTTP` sends bytes as they are
    /// (`rops_write_role_protocol_ws` of 4.1.6), and what the socket does not take it keeps as it does for any other
    /// write. Only whole frames go out thus, so that its own pings and pongs never land inside one.
    private func writeGathered(_ count: Int, to wsi: OpaquePointer) -> Bool {
        guard let buffer = connection?.transport.gathering else { return false }
        buffer.clear()
        var payload = 0
        for message in queue.prefix(count) {
            buffer.append(message)
            payload += message.count
        }
        guard lws_write(wsi, buffer.start, buffer.count, LWS_WRITE_HTTP) >= 0 else { return false }
        removeFromQueue(count)
        noteMove()
        queuedBytes -= payload
        counters.addQueued(-payload)
        counters.add(.bytesSent, payload)
        counters.add(.messagesSent, count)
        return true
    }
}

// MARK: - Pinging

extension WebSocketConnection {
    /// Sends a ping as soon as the socket takes it, also between the pieces of a long message.
    func ping() {
        owesPing = true
        if queue.isEmpty { connection?.transport.flushAtEndOfTurn(self) }
    }

    /// `LWS_CALLBACK_RECEIVE_PONG`.
    func heardPong() -> CInt {
        pulse.isHeard = true
        return 0
    }

    /// A ping was due an answer and nothing came: the other end is gone, so no close frame is tried.
    func hangUp() {
        guard isOpen else { return }
        closeReason = "no answer to a ping"
        connection?.kill()
    }

    /// An empty ping would do by the protocol; four bytes make libwebsockets tell of the answer.
    private func writePing(to wsi: OpaquePointer) -> Bool {
        owesPing = false
        // libwebsockets puts the frame's head before the payload, and says nothing of a pong without one.
        let head = Int(samspil_lws_pre)
        var bytes = [UInt8](repeating: 0, count: head + 4)
        let result = bytes.withUnsafeMutableBufferPointer { bytes in
            bytes.baseAddress.map { lws_write(wsi, $0.advanced(by: head), 4, LWS_WRITE_PING) } ?? -1
        }
        return result >= 0
    }
}
