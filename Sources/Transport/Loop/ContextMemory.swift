import CLibwebsockets
import Glibc

/// A libwebsockets context with its loop, and the memory it points into: libwebsockets keeps pointers to the strings,
/// the protocol list and the retry policy it is given.
@ServiceLoop
final class ContextMemory {
    let context: OpaquePointer
    let loop: OpaquePointer
    let vhost: OpaquePointer
    private let library: EventLoopLibrary
    private let arena: Arena

    init(_ configuration: TransportConfiguration, library: EventLoopLibrary, user: Transport) throws(TransportError) {
        let arena = Arena()
        var info = Self.info(configuration, in: arena)
        info.user = Unmanaged.passUnretained(user).toOpaque()
        let loop = try library.makeLoop()
        let loops = arena.array([Optional(UnsafeMutableRawPointer(loop))])
        info.foreign_loops = loops
        guard let context = lws_create_context(&info) else {
            library.destroy(loop)
            throw .contextRefused
        }
        guard let vhost = lws_get_vhost_by_name(context, "default") else {
            lws_context_destroy(context)
            library.destroy(loop)
            throw .contextRefused
        }
        self.context = context
        self.vhost = vhost
        self.loop = loop
        self.library = library
        self.arena = arena
    }

    /// Ends every connection, with a last callback for each, and frees everything. Outside any callback only.
    func destroy() {
        lws_context_destroy(context)
        library.destroy(loop)
    }

    /// What libwebsockets is told. What it would bound by itself is left to us wherever it can be.
    private static func info(_ configuration: TransportConfiguration, in arena: Arena) -> lws_context_creation_info {
        let limits = configuration.limits
        var info = lws_context_creation_info()
        // The listening socket is ours; -2 still makes the vhost a server with TLS.
        info.port = CONTEXT_PORT_NO_LISTEN_SERVER
        info.protocols = UnsafePointer(protocols(configuration, in: arena))
        info.options = samspil_option_libev | samspil_option_validate_utf8
        // HTTP/2 would be offered by default.
        info.alpn = arena.string("http/1.1")
        info.server_string = arena.string("Samspil")
        // Room above our own limit, so that what is a little too large gets its 431.
        info.max_http_header_data2 = UInt32(clamping: limits.headerBytes + limits.headerBytes / 2)
        info.timeout_secs = limits.headerSeconds
        info.timeout_secs_ah_idle = limits.headerSeconds
        info.keepalive_timeout = limits.keepAliveSeconds
        info.pt_serv_buf_size = UInt32(16 * 1024)
        var policy = lws_retry_bo_t()
        // Without pings of its own: see `PingSchedule`.
        policy.secs_since_valid_ping = 0
        policy.secs_since_valid_hangup = 0
        info.retry_and_idle_policy = UnsafePointer(arena.array([policy]))
        if let tls = configuration.tls {
            info.options |= samspil_option_tls_init
            info.ssl_cert_filepath = arena.string(tls.certificatePath)
            info.ssl_private_key_filepath = arena.string(tls.keyPath)
        }
        return info
    }

    /// One callback for all: a client may bind itself to any protocol whose name it knows.
    private static func protocols(
        _ configuration: TransportConfiguration, in arena: Arena
    ) -> UnsafeMutablePointer<lws_protocols> {
        var list = (["http"] + configuration.subprotocols).map { name in
            var entry = lws_protocols()
            entry.name = arena.string(name)
            entry.callback = transportCallback
            // Also the size of a buffer every WebSocket holds, and more than most messages.
            entry.rx_buffer_size = 1024
            entry.tx_packet_size = configuration.limits.writeChunkBytes
            return entry
        }
        list.append(lws_protocols())
        return arena.array(list)
    }
}

/// Memory that C keeps pointers to, freed together.
@ServiceLoop
private final class Arena {
    /// - SAFETY: `deinit` may run anywhere, but is the only one left who knows the pointers.
    private nonisolated(unsafe) var allocations: [UnsafeMutableRawPointer] = []

    deinit {
        for allocation in allocations { free(allocation) }
    }

    /// A copy that C may keep for as long as the arena lives.
    func string(_ text: String) -> UnsafePointer<CChar>? {
        guard let copy = strdup(text) else { return nil }
        allocations.append(UnsafeMutableRawPointer(copy))
        return UnsafePointer(copy)
    }

    /// `elements` must be trivial (C structs, pointers).
    func array<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        memory.initialize(from: elements, count: elements.count)
        allocations.append(UnsafeMutableRawPointer(memory))
        return memory
    }
}
