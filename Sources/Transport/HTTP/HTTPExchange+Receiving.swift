import CLibwebsockets

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
}
