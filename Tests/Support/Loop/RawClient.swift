import Glibc

/// A blocking TCP client of nothing but system calls: what it sends and reads is exactly what is on the wire.
package final class RawClient {
    /// What a system call or the server did instead.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The socket's.
    package let descriptor: CInt
    private var buffer: [UInt8] = []

    /// - Parameter source: the loopback address to come from.
    package init(port: Int, source: String? = nil, receiveBuffer: Int? = nil) throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure(description: "socket") }
        setTimeout(seconds: 5)
        if let receiveBuffer {
            var size = CInt(receiveBuffer)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<CInt>.size))
        }
        if let source { _ = Self.withAddress(source, 0) { bind(descriptor, $0, $1) } }
        let code = Self.withAddress("127.0.0.1", port) { connect(descriptor, $0, $1) }
        guard code == 0 else { throw Failure(description: "connect: \(String(cString: strerror(errno)))") }
    }

    deinit {
        close(descriptor)
    }

    /// For each later read and write.
    package func setTimeout(seconds: Int, microseconds: Int = 0) {
        var time = timeval(tv_sec: seconds, tv_usec: microseconds)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends the text's UTF-8.
    package func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    /// Sends all of it, however many calls that takes.
    package func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(description: "send: \(String(cString: strerror(errno)))") }
            sent += count
        }
    }

    /// Says that nothing more comes, and goes on reading.
    package func halfClose() {
        shutdown(descriptor, CInt(SHUT_WR))
    }

    /// Exactly `count` bytes.
    package func read(_ count: Int) throws -> [UInt8] {
        while buffer.count < count {
            guard try fill() else { throw Failure(description: "closed after \(buffer.count) of \(count) bytes") }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    /// Up to and with `end`.
    package func read(until end: String) throws -> String {
        let mark = Array(end.utf8)
        while true {
            if let index = buffer.indices.first(where: { buffer[$0...].starts(with: mark) }) {
                return String(decoding: try read(index + mark.count), as: UTF8.self)
            }
            guard try fill() else {
                throw Failure(description: "closed after: \(String(decoding: buffer, as: UTF8.self))")
            }
        }
    }

    /// All until the server closes; a reset is an end, too.
    package func readToEnd() throws -> [UInt8] {
        while (try? fill()) == true {}
        defer { buffer = [] }
        return buffer
    }

    /// Whether the server closes (by FIN or reset) within the time-out without sending anything more.
    package func isClosedByServer() -> Bool {
        guard buffer.isEmpty else { return false }
        do {
            return try !fill()
        } catch let failure as Failure {
            return failure.description.hasPrefix("reset")
        } catch {
            return false
        }
    }

    private func fill() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        if count < 0 {
            let reason = String(cString: strerror(errno))
            throw Failure(description: errno == ECONNRESET ? "reset: \(reason)" : "recv: \(reason)")
        }
        buffer += chunk[..<count]
        return count > 0
    }

    private static func withAddress<T>(_ host: String, _ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T)
        -> T
    {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
    }
}
