import CLibwebsockets
import Glibc
import HTTPTypes

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
    func continueWriting(to wsi: OpaquePointer) {
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
