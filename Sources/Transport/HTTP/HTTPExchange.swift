import CLibwebsockets
import Glibc
package import HTTPTypes

/// One request and its one answer.
///
/// Holding it keeps nothing open: when the client goes first, `isOpen` turns false and `respond` does nothing.
@ServiceLoop
package final class HTTPExchange {
    enum Phase {
        /// The body arrives.
        case receiving
        /// The handler has it.
        case waiting
        case responding
        /// Answered before the body was read: the rest is read and dropped, so that the answer is not lost to the
        /// reset that closing on unread bytes causes.
        case draining
        case over
    }

    private let isHead: Bool
    /// nil once the connection has ended.
    private weak var connection: Connection?
    private(set) var phase = Phase.receiving
    /// The connection ends after this answer.
    var closes: Bool
    /// When the transport steps in; what that means depends on the phase.
    private var deadline: ContinuousClock.Instant
    /// The request whose body arrives.
    var incoming: HTTPRequestMessage?
    /// Bytes of the body that the header announced and that did not come yet.
    private var bodyRemaining: Int
    private var drainedBytes = 0
    /// The room that the body takes while it is held.
    var claim: BodyBudget.Claim?

    /// Called once when the answer has nobody to go to any more, or is given up by the transport, before it was given:
    /// so that work which only makes the answer can end. Noticed within about a second. A client that closes only its
    /// own direction counts as gone.
    package var onAbandoned: (@ServiceLoop () -> Void)?
    /// Given, and not yet begun to be written.
    private var answer: HTTPResponse?
    private var body: [UInt8] = []
    /// Of `body`.
    private var written = 0
    /// Doubles up to 50 while the socket is full, and is 1 again once it took something.
    private var retryMilliseconds = 1
    private var isRetrying = false

    init(connection: Connection, incoming: HTTPRequestMessage?, bodyLength: Int, isHead: Bool, closes: Bool) {
        self.connection = connection
        self.incoming = incoming
        self.bodyRemaining = bodyLength
        self.isHead = isHead
        self.closes = closes
        deadline = .now + .seconds(connection.transport.configuration.limits.bodySeconds)
    }

    /// Whether an answer still has somebody to go to.
    package var isOpen: Bool {
        connection != nil && phase == .waiting
    }

    /// Answers. `content-length`, `date` and `connection` are added; a HEAD request gets no body but its length.
    /// `body` is not copied unless it is small, so one array may answer many requests. A second answer is ignored.
    package func respond(_ response: HTTPResponse, body: [UInt8] = []) {
        guard isOpen else { return }
        send(response, body: body)
    }

    /// Answers in place of the handler, and closes.
    func reject(_ fault: RequestFault) {
        guard phase == .receiving || phase == .waiting else { return }
        connection?.transport.counters.add(.requestsRejected)
        closes = true
        abandon()
        send(fault.response, body: fault.body)
    }

    /// Gives the answer to the socket at once where it takes it; the rest goes by callbacks.
    private func send(_ response: HTTPResponse, body: [UInt8]) {
        guard let wsi = connection?.wsi else { return }
        onAbandoned = nil
        releaseBody()
        answer = response
        self.body = body
        phase = .responding
        extendDeadline()
        continueWriting(to: wsi)
    }

    /// The client has moved: it may stand still anew for as long as the limit says.
    private func extendDeadline() {
        guard let connection else { return }
        deadline = .now + .seconds(connection.transport.configuration.limits.stallSeconds)
    }

    /// Tells once, and never after an answer was given.
    private func abandon() {
        let body = onAbandoned
        onAbandoned = nil
        body?()
    }

    /// The body is no longer held: it was read, or refused.
    private func releaseBody() {
        if let claim { connection?.transport.bodies.release(claim) }
        claim = nil
        incoming = nil
    }

    /// Whichever came first, the answer's end or the connection's. Nothing is written any more.
    func connectionEnded() {
        releaseBody()
        abandon()
        phase = .over
        connection = nil
        answer = nil
        body = []
        incoming = nil
    }
}

// MARK: - Receiving

extension HTTPExchange {
    /// `LWS_CALLBACK_HTTP_BODY`: a piece of the body. Not 0 closes the connection.
    func receive(_ bytes: UnsafeRawBufferPointer) -> CInt {
        bodyRemaining -= bytes.count
        switch phase {
        case .receiving:
            incoming?.body.append(contentsOf: bytes)
        case .draining:
            drainedBytes += bytes.count
            guard let limits = connection?.transport.configuration.limits else { return -1 }
            return drainedBytes > limits.bodyBytes ? -1 : 0
        case .waiting, .responding, .over:
            break
        }
        return 0
    }

    /// `LWS_CALLBACK_HTTP_BODY_COMPLETION`, which libwebsockets may say again when more bytes come after the body.
    func bodyCompleted() -> CInt {
        bodyRemaining = 0
        switch phase {
        case .receiving:
            handOver()
            return 0
        case .draining:
            return -1
        case .waiting, .responding, .over:
            return 0
        }
    }

    /// Gives the request to the handler, which may answer at once.
    func handOver() {
        guard let connection, let request = incoming else { return }
        incoming = nil
        phase = .waiting
        let transport = connection.transport
        deadline = .now + .seconds(transport.configuration.limits.answerSeconds)
        connection.setReading(false)
        transport.counters.add(.requests)
        transport.handler.handle(request, on: self)
    }

    /// What the clock demands; called about once a second.
    func checkDeadline(at now: ContinuousClock.Instant) {
        if phase == .waiting, onAbandoned != nil, clientClosed { abandon() }
        guard now >= deadline else { return }
        switch phase {
        case .receiving:
            reject(.bodyTooSlow)
        case .waiting:
            reject(.unanswered)
        case .responding:
            connection?.transport.counters.add(.responsesStalled)
            connection?.kill()
        case .draining:
            connection?.kill()
        case .over:
            break
        }
    }

    /// Asked of the socket itself: while nothing is read, libwebsockets does not see the end.
    private var clientClosed: Bool {
        guard let wsi = connection?.wsi else { return true }
        // `POLLRDHUP` of Linux, which the C library shows only to programs that ask for GNU's extensions.
        let peerClosed: Int16 = 0x2000
        var descriptor = pollfd(fd: lws_get_socket_fd(wsi), events: peerClosed, revents: 0)
        return poll(&descriptor, 1, 0) > 0 && descriptor.revents & (peerClosed | Int16(POLLHUP | POLLERR)) != 0
    }
}

// MARK: - Writing

extension HTTPExchange {
    /// `LWS_CALLBACK_HTTP_WRITEABLE`: one `lws_write`. Not 0 closes the connection.
    func writeNext(to wsi: OpaquePointer) -> CInt {
        guard phase == .responding else { return 0 }
        if let answer {
            self.answer = nil
            guard writeHead(of: answer, to: wsi) else { return -1 }
        } else if written < body.count {
            guard writeChunk(to: wsi) else { return -1 }
        }
        if written < body.count || lws_partial_buffered(wsi) != 0 {
            continueWriting(to: wsi)
            return 0
        }
        return finish(wsi)
    }

    /// The head, and with it a body of some kilobytes: one write and one packet for most answers.
    private func writeHead(of answer: HTTPResponse, to wsi: OpaquePointer) -> Bool {
        if connection?.transport.isDraining == true || mayHaveReadAhead(wsi) { closes = true }
        var bytes = ResponseHead.encode(answer, bodyCount: body.count, closes: closes)
        if isHead || !ResponseHead.carriesLength(answer.status) { body = [] }
        if body.count <= 8 * 1024 {
            bytes += body
            body = []
        }
        return bytes.withUnsafeBufferPointer { write($0, as: LWS_WRITE_HTTP_HEADERS, to: wsi) }
    }

    /// Whether libwebsockets holds bytes of this connection that came after the request (or, seldom, of another one:
    /// it does not say whose). Such a connection must end with this answer. libwebsockets 4.1.6 would read a next
    /// request with a body out of its buffer wrongly (the header lines as the body), and if anything follows that
    /// body, never come out of the loop that does so.
    private func mayHaveReadAhead(_ wsi: OpaquePointer) -> Bool {
        lws_service_adjust_timeout(lws_get_context(wsi), 1, 0) == 0
    }

    /// Copies nothing of ours; what the socket does not take libwebsockets copies, which bounds the piece.
    private func writeChunk(to wsi: OpaquePointer) -> Bool {
        guard let connection else { return false }
        let end = min(body.count, written + connection.transport.configuration.limits.writeChunkBytes)
        let isWritten = body.withUnsafeBufferPointer { all in
            write(UnsafeBufferPointer(rebasing: all[written..<end]), as: LWS_WRITE_HTTP, to: wsi)
        }
        written = end
        return isWritten
    }

    /// HTTP/1.1 writes put nothing before the buffer and change nothing in it, whatever the C signature says.
    private func write(_ bytes: UnsafeBufferPointer<UInt8>, as kind: lws_write_protocol, to wsi: OpaquePointer) -> Bool
    {
        guard let base = bytes.baseAddress else { return true }
        connection?.transport.counters.add(.bytesSent, bytes.count)
        return lws_write(wsi, UnsafeMutablePointer(mutating: base), bytes.count, kind) >= 0
    }

    /// Waits for the socket to take more. While it is full, reading is stopped and the socket looked at again after a
    /// few milliseconds: libwebsockets does not write while reading is stopped, and while reading is allowed, a client
    /// that sends its next request early (or half-closes) but reads slowly would make the loop spin. Looking again
    /// also while it writes, because the rest of a write goes out without our being told.
    private func continueWriting(to wsi: OpaquePointer) {
        guard let connection else { return }
        if takesMore(wsi) {
            retryMilliseconds = 1
            extendDeadline()
            connection.setReading(true)
            connection.requestWritable()
        } else {
            retryMilliseconds = min(50, retryMilliseconds * 2)
            connection.setReading(false)
        }
        guard !isRetrying else { return }
        isRetrying = true
        connection.transport.schedule(after: .milliseconds(retryMilliseconds)) { [weak self] in self?.retry() }
    }

    /// Asks the socket again, unless the answer has gone out meanwhile.
    private func retry() {
        isRetrying = false
        guard phase == .responding, let wsi = connection?.wsi else { return }
        continueWriting(to: wsi)
    }

    /// The socket's own word; `lws_send_pipe_choked` says no for as long as libwebsockets has a rest of its own.
    private func takesMore(_ wsi: OpaquePointer) -> Bool {
        var descriptor = pollfd(fd: lws_get_socket_fd(wsi), events: Int16(POLLOUT), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    /// Ends the exchange: hands the connection back for its next request, or closes it once nothing of the request is
    /// left unread.
    private func finish(_ wsi: OpaquePointer) -> CInt {
        guard let connection else { return -1 }
        if closes || mayHaveReadAhead(wsi) {
            guard bodyRemaining > 0 else { return -1 }
            phase = .draining
            deadline = .now + .seconds(2)
            return 0
        }
        connection.exchange = nil
        connectionEnded()
        return lws_http_transaction_completed(wsi) == 0 ? 0 : -1
    }
}
