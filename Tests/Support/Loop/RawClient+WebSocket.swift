import Glibc

extension RawClient {
    /// A frame as it came (RFC 6455, 5.2).
    package struct Frame: Equatable {
        package var isFinal: Bool
        package var opcode: UInt8
        package var payload: [UInt8]

        package init(isFinal: Bool, opcode: UInt8, payload: [UInt8]) {
            self.isFinal = isFinal
            self.opcode = opcode
            self.payload = payload
        }

        package var text: String { String(decoding: payload, as: UTF8.self) }
        /// Of a close frame.
        package var code: Int? { payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil }
    }

    /// The fields that ask for a WebSocket.
    package static let handshake =
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"

    /// Opens a WebSocket; returns the response head.
    @discardableResult
    package func upgrade(_ target: String = "/echo", headers: String = "") throws -> String {
        try send("GET \(target) HTTP/1.1\r\nHost: t\r\n\(Self.handshake)\(headers)\r\n")
        let head = try read(until: "\r\n\r\n")
        guard head.hasPrefix("HTTP/1.1 101 ") else { throw Failure(description: head) }
        return head
    }

    /// A masked frame, as a client must send it.
    package static func frame(_ payload: [UInt8], opcode: UInt8 = 2, isFinal: Bool = true) -> [UInt8] {
        let mask: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]
        var bytes: [UInt8] = [opcode | (isFinal ? 0x80 : 0)]
        switch payload.count {
        case ..<126: bytes.append(0x80 | UInt8(payload.count))
        case ..<65_536: bytes += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        default: bytes += [0x80 | 127] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
        }
        bytes += mask
        bytes += payload.enumerated().map { $1 ^ mask[$0 & 3] }
        return bytes
    }

    /// Sends one masked frame.
    package func sendFrame(_ payload: [UInt8], opcode: UInt8 = 2, isFinal: Bool = true) throws {
        try send(Self.frame(payload, opcode: opcode, isFinal: isFinal))
    }

    /// Sends a text message in one frame.
    package func sendText(_ text: String) throws {
        try sendFrame(Array(text.utf8), opcode: 1)
    }

    /// The next frame, whatever it is; throws when the server masks it.
    package func readFrame() throws -> Frame {
        let head = try read(2)
        let length = head[1] & 0x7F
        var count = Int(length)
        if length == 126 { count = try read(2).reduce(0) { $0 << 8 | Int($1) } }
        if length == 127 { count = try read(8).reduce(0) { $0 << 8 | Int($1) } }
        guard head[1] & 0x80 == 0 else { throw Failure(description: "a server's frame is masked") }
        return Frame(isFinal: head[0] & 0x80 != 0, opcode: head[0] & 0x0F, payload: try read(count))
    }

    /// A whole message, its fragments joined, and how many there were.
    package func readMessage() throws -> (payload: [UInt8], fragments: Int) {
        var payload: [UInt8] = []
        var fragments = 0
        while true {
            let frame = try readFrame()
            if frame.opcode == 8 { throw Failure(description: "closed with \(frame.code ?? 0)") }
            guard frame.opcode < 8 else { continue }
            payload += frame.payload
            fragments += 1
            if frame.isFinal { return (payload, fragments) }
        }
    }

    /// The code of the close frame that comes, after whatever else.
    package func readCloseCode() throws -> Int? {
        while true {
            let frame = try readFrame()
            if frame.opcode == 8 { return frame.code }
        }
    }
}
