import Glibc
import Synchronization

/// The listening socket. Ours rather than libwebsockets', which prints why it cannot bind instead of telling, takes no
/// host names, accepts without asking about limits, and cannot stop listening while it serves.
///
/// Closes when it goes, unless the loop has adopted the descriptor.
final class ListeningSocket: Sendable {
    private let descriptor: CInt
    /// Whether the loop closes it.
    private let isTaken = Atomic<Bool>(false)

    init(host: String, port: Int) throws(TransportError) {
        guard (0...65_535).contains(port) else {
            throw .invalidConfiguration(setting: "port", accepts: "0 to 65535, where 0 lets the system pick one")
        }
        let address = try Self.resolve(host: host, port: port)
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        descriptor = socket(CInt(address.family), CInt(kind), 0)
        guard descriptor >= 0 else { throw .lastSystemError(in: "socket") }
        var one: CInt = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<CInt>.size))
        let bound = address.withPointer { bind(descriptor, $0, $1) }
        guard bound == 0 else { throw Self.error(binding: host, port) }
        guard listen(descriptor, 1024) == 0 else { throw Self.error(binding: host, port) }
    }

    deinit {
        if !isTaken.load(ordering: .sequentiallyConsistent) { close(descriptor) }
    }

    /// As the system chose it, where 0 was asked for.
    var port: Int? { SocketAddress.local(of: descriptor)?.port }

    /// The descriptor, now the caller's to close; nil the second time.
    func take() -> CInt? {
        isTaken.exchange(true, ordering: .sequentiallyConsistent) ? nil : descriptor
    }

    /// What `errno` says right after the call, in words for whoever starts the server.
    private static func error(binding host: String, _ port: Int) -> TransportError {
        switch errno {
        case EADDRINUSE: .addressInUse(host: host, port: port)
        case EACCES, EPERM: .permissionDenied(host: host, port: port)
        default: .addressNotAvailable(host: host, port: port, reason: String(cString: strerror(errno)))
        }
    }

    /// The first address that the system's resolver gives. Blocks while it asks.
    private static func resolve(host: String, port: Int) throws(TransportError) -> SocketAddress {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, String(port), &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0, let found = list?.pointee, let address = SocketAddress(found.ai_addr, found.ai_addrlen) else {
            throw .addressNotAvailable(host: host, port: port, reason: String(cString: gai_strerror(code)))
        }
        return address
    }
}
