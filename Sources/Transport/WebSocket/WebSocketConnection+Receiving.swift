import CLibwebsockets

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
