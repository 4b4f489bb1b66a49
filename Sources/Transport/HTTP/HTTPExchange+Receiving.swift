import CLibwebsockets
import Glibc

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
