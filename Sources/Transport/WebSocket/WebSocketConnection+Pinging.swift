import CLibwebsockets

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

    func writePing(to wsi: OpaquePointer) -> Bool {
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
