import CLibwebsockets
import HTTPTypes

extension Connection {
    /// `LWS_CALLBACK_HTTP`: the header lines are there. Not 0 closes the connection.
    func requestArrived(_ wsi: OpaquePointer) -> CInt {
        // libwebsockets arms its timeout for a body even when none will come, and would cut a slow answer.
        lws_set_timeout(wsi, NO_PENDING_TIMEOUT, 0)
        do throws(RequestFault) {
            let head = try readHead(wsi)
            let length = head.contentLength ?? 0
            begin(head, bodyLength: length)
            try admit(bodyOf: length)
            if length == 0 {
                exchange?.handOver()
            } else {
                exchange?.incoming?.body.reserveCapacity(min(length, 64 * 1024))
                return sendContinue(ifExpectedBy: head, on: wsi)
            }
        } catch {
            if exchange == nil { begin(nil, bodyLength: mayHaveBody(wsi) ? 1 : 0) }
            exchange?.reject(error)
        }
        return 0
    }

    /// Whether a body of this size may come, and the room for it.
    private func admit(bodyOf length: Int) throws(RequestFault) {
        let limits = transport.configuration.limits
        guard length > 0, let exchange, let request = exchange.incoming else { return }
        guard length <= limits.bodyBytes else { throw .bodyTooLarge(limits.bodyBytes) }
        let allowance = transport.handler.bodyAllowance(of: request)
        guard length <= allowance.bytes else { throw .bodyTooLarge(min(limits.bodyBytes, allowance.bytes)) }
        guard length > limits.openBodyBytes else { return }
        guard let claim = transport.bodies.claim(length, allowance.owner, address: request.remoteAddress) else {
            throw .tooManyBodies
        }
        exchange.claim = claim
    }

    /// Only inside a callback in which libwebsockets still has the header lines.
    func readHead(_ wsi: OpaquePointer) throws(RequestFault) -> RequestHead {
        let configuration = transport.configuration
        return try RequestHead(
            reading: wsi, isTLS: configuration.tls != nil, additional: transport.additionalHeaders,
            headerBytes: configuration.limits.headerBytes)
    }

    /// The body is not in it yet.
    func message(of head: RequestHead) -> HTTPRequestMessage {
        let forwarded = head.request.headerFields[values: .xForwardedFor]
        return HTTPRequestMessage(request: head.request, remoteAddress: clientAddress(forwardedFor: forwarded))
    }

    /// Also for a request that could not be read (nil), so that the fault has an answer to go into.
    private func begin(_ head: RequestHead?, bodyLength: Int) {
        let exchange = HTTPExchange(
            connection: self, incoming: head.map(message), bodyLength: bodyLength,
            isHead: head?.request.method == .head, closes: head?.wantsClose ?? true)
        self.exchange = exchange
        transport.began(exchange)
    }

    /// Whether bytes may follow a request that was refused unread.
    private func mayHaveBody(_ wsi: OpaquePointer) -> Bool {
        [WSI_TOKEN_POST_URI, WSI_TOKEN_PUT_URI, WSI_TOKEN_PATCH_URI, WSI_TOKEN_HTTP_CONTENT_LENGTH].contains {
            lws_hdr_total_length(wsi, $0) > 0
        }
    }

    /// libwebsockets leaves `Expect: 100-continue` unanswered, and curl then waits a second before each large body.
    private func sendContinue(ifExpectedBy head: RequestHead, on wsi: OpaquePointer) -> CInt {
        guard head.request.headerFields[.expect]?.lowercased() == "100-continue" else { return 0 }
        var line = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
        return lws_write(wsi, &line, line.count, LWS_WRITE_HTTP_HEADERS) < 0 ? -1 : 0
    }
}
