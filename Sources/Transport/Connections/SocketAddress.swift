import Glibc

/// A socket address of either family.
struct SocketAddress {
    private var storage = sockaddr_storage()
    private var length: socklen_t

    /// nil when there is none, or it is longer than any we know.
    init?(_ pointer: UnsafePointer<sockaddr>?, _ length: socklen_t) {
        guard let pointer, Int(length) <= MemoryLayout<sockaddr_storage>.size else { return nil }
        self.length = length
        withUnsafeMutableBytes(of: &storage) {
            $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: Int(length)))
        }
    }

    private init(fill: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Void) {
        length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { fill($0, &length) }
        }
    }

    var family: Int { Int(storage.ss_family) }

    /// As the C library wants it, for the length of the call.
    func withPointer<T>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> T) -> T {
        withUnsafePointer(to: storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// What a socket is bound to.
    static func local(of descriptor: CInt) -> SocketAddress? {
        var code: CInt = -1
        let address = SocketAddress { code = getsockname(descriptor, $0, $1) }
        return code == 0 ? address : nil
    }

    /// The next waiting connection of a listening socket; -1 with `errno` when there is none.
    static func accept(from listener: CInt) -> (descriptor: CInt, peer: SocketAddress) {
        var descriptor: CInt = -1
        let peer = SocketAddress { descriptor = Glibc.accept(listener, $0, $1) }
        // libwebsockets makes it non-blocking when it adopts it.
        if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return (descriptor, peer)
    }

    /// Host order; 0 for families without ports.
    var port: Int {
        withUnsafeBytes(of: storage) { bytes in
            switch family {
            case Int(AF_INET): Int(UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port))
            case Int(AF_INET6): Int(UInt16(bigEndian: bytes.load(as: sockaddr_in6.self).sin6_port))
            default: 0
            }
        }
    }

    /// Numeric, IPv4 inside IPv6 as IPv4.
    var text: String {
        let bytes = withUnsafeBytes(of: storage) { bytes in
            switch family {
            case Int(AF_INET): withUnsafeBytes(of: bytes.load(as: sockaddr_in.self).sin_addr) { [UInt8]($0) }
            case Int(AF_INET6): withUnsafeBytes(of: bytes.load(as: sockaddr_in6.self).sin6_addr) { [UInt8]($0) }
            default: [UInt8]()
            }
        }
        return Self.text(of: bytes)
    }

    /// As `inet_ntop` writes it; "unknown" for families that are neither.
    private static func text(of bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "unknown" }
        let isMapped = bytes.count == 16 && bytes[..<12] == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let shown = isMapped ? [UInt8](bytes[12...]) : bytes
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(shown.count == 4 ? AF_INET : AF_INET6, shown, &buffer, socklen_t(buffer.count))
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
