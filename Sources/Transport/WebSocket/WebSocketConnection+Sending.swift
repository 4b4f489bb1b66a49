import CLibwebsockets

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
