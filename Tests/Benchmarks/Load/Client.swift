import Foundation

/// One WebSocket connection (RFC 6455), without blocking: only as much of it as measuring needs.
final class Client {
    enum Failure: Error { case refused(String), closed }

    let socket: Int32
    private var output: [UInt8] = []
    /// Frames that wait for the handshake's end.
    private var early: [UInt8] = []
    private(set) var isOpen = false
    private var head: [UInt8] = []
    private var frames = FrameReader()

    /// - Parameter source: which of 127.0.0.0/8 it comes from, so that many connections do not run out of ports.
    init(port: UInt16, source: UInt32, path: String, headers: [String]) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        guard socket >= 0 else { throw Failure.refused("no socket: \(errno)") }
        var on: Int32 = 1
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        setsockopt(socket, Int32(IPPROTO_IP), IP_BIND_ADDRESS_NO_PORT, &on, socklen_t(MemoryLayout<Int32>.size))
        Self.call(bind, socket, 0x7f00_0001 + source, 0)
        Self.call(connect, socket, 0x7f00_0001, port)
        let lines =
            [
                "GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: Upgrade", "Upgrade: websocket",
                "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            ] + headers
        output = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    deinit { close(socket) }

    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ socket: Int32, _ host: UInt32,
        _ port: UInt16
    ) {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = host.bigEndian
        _ = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// Bytes of messages that came.
    var received: Int { frames.received }
    /// Frames that came.
    var frameCount: Int { frames.count }

    var wantsToWrite: Bool { !output.isEmpty }

    /// Frames a message; the mask is zero, which servers must take as any other.
    func send(_ message: [UInt8]) {
        var head: [UInt8] = [0x82]
        if message.count < 126 {
            head.append(0x80 | UInt8(message.count))
        } else if message.count < 65536 {
            head += [0x80 | 126, UInt8(message.count >> 8), UInt8(message.count & 0xff)]
        } else {
            head.append(0x80 | 127)
            head += (0..<8).map { UInt8(truncatingIfNeeded: message.count >> (56 - 8 * $0)) }
        }
        let frame = head + [0, 0, 0, 0] + message
        guard isOpen else { return early += frame }
        output += frame
        write()
    }

    func write() {
        let count = output.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count > 0 { output.removeFirst(count) }
    }

    /// Reads what is there, once; gives each message.
    func read(_ buffer: UnsafeMutableRawBufferPointer, _ body: (FrameReader.Event) -> Void) throws {
        let count = recv(socket, buffer.baseAddress, buffer.count, 0)
        guard count > 0 else {
            if count == 0 || (errno != EAGAIN && errno != EINTR) { throw Failure.closed }
            return
        }
        var fresh = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        if !isOpen {
            guard let rest = try finishHandshake(fresh) else { return }
            fresh = rest
        }
        var isClosed = false
        frames.read(fresh) { event in
            switch event {
            case .ping(let payload):
                output += [0x8a, 0x80 | UInt8(payload.count), 0, 0, 0, 0] + payload
                write()
            case .close: isClosed = true
            case .message, .long: body(event)
            }
        }
        if isClosed { throw Failure.closed }
    }

    /// What follows the answer's head, once it is there.
    private func finishHandshake(_ fresh: UnsafeRawBufferPointer) throws -> UnsafeRawBufferPointer? {
        let before = head.count
        head.append(contentsOf: fresh)
        guard let end = head.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let text = String(decoding: head[..<end.lowerBound], as: UTF8.self)
        guard text.hasPrefix("HTTP/1.1 101") else { throw Failure.refused(text) }
        head = []
        isOpen = true
        output += early
        early = []
        if wantsToWrite { write() }
        return UnsafeRawBufferPointer(rebasing: fresh[(end.upperBound - before)...])
    }
}
