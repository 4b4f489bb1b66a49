import CLibwebsockets
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

    let isHead: Bool
    /// nil once the connection has ended.
    weak var connection: Connection?
    var phase = Phase.receiving
    var closes: Bool
    /// When the transport steps in; what that means depends on the phase.
    var deadline: ContinuousClock.Instant
    /// The request whose body arrives.
    var incoming: HTTPRequestMessage?
    var bodyRemaining: Int
    var drainedBytes = 0
    /// The room that the body takes while it is held.
    var claim: BodyBudget.Claim?

    /// Called once when the answer has nobody to go to any more, or is given up by the transport, before it was given:
    /// so that work which only makes the answer can end. Noticed within about a second. A client that closes only its
    /// own direction counts as gone.
    package var onAbandoned: (@ServiceLoop () -> Void)?
    /// Given, and not yet begun to be written.
    var answer: HTTPResponse?
    var body: [UInt8] = []
    /// Of `body`.
    var written = 0
    var retryMilliseconds = 1
    var isRetrying = false

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

    func extendDeadline() {
        guard let connection else { return }
        deadline = .now + .seconds(connection.transport.configuration.limits.stallSeconds)
    }

    func abandon() {
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
