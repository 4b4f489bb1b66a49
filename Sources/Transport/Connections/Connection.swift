import CLibwebsockets

/// The Swift side of one `struct lws`.
///
/// libwebsockets holds it unretained as the opaque user data of its `struct lws`; the transport holds it retained from
/// before adoption until `LWS_CALLBACK_WSI_DESTROY`, the last word libwebsockets says of any of them, also of those
/// that never came as far as being established.
@ServiceLoop
class Handle {
    /// Valid until `destroyed()`.
    private(set) var wsi: OpaquePointer?

    /// Once libwebsockets has taken the descriptor; callbacks about it may have come before.
    func adopted(as wsi: OpaquePointer) {
        self.wsi = wsi
    }

    /// `LWS_CALLBACK_WSI_DESTROY`: the last word. What a subclass holds ends here.
    func destroyed() {
        wsi = nil
    }

    /// nil for what libwebsockets opened for itself, such as its pipe for waking up.
    static func of(_ wsi: OpaquePointer) -> Handle? {
        guard let pointer = lws_get_opaque_user_data(wsi) else { return nil }
        return Unmanaged<Handle>.fromOpaque(pointer).takeUnretainedValue()
    }
}

/// One accepted socket: HTTP requests one after another, or a WebSocket.
@ServiceLoop
final class Connection: Handle {
    let id: UInt64
    /// The other end of the socket, which may be a proxy.
    let peer: String
    /// Whose limit this connection counts against: the other end's, or behind a trusted proxy its client's, once that is
    /// known and stays (a WebSocket). nil for a proxy's own connections, which carry many people's requests.
    var countedClient: ClientNetwork?
    unowned let transport: Transport
    /// The request being read or answered.
    var exchange: HTTPExchange?
    /// What the handshake under way will become.
    var upgrading: PendingUpgrade?
    /// Set once the handshake is over; nil again only with the connection.
    var webSocket: WebSocketConnection?

    init(id: UInt64, peer: String, countedClient: ClientNetwork?, transport: Transport) {
        self.id = id
        self.peer = peer
        self.countedClient = countedClient
        self.transport = transport
    }

    override func destroyed() {
        super.destroyed()
        upgrading = nil
        exchange?.connectionEnded()
        exchange = nil
        webSocket?.ended()
        webSocket = nil
        transport.connectionEnded(self)
    }

    /// Nothing is under way: between two requests, or before the first.
    var isIdle: Bool {
        exchange == nil && upgrading == nil && webSocket == nil
    }

    /// Cuts the socket, now. Not for use inside a callback of this very connection.
    func kill() {
        guard let wsi else { return }
        lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, CInt(LWS_TO_KILL_SYNC))
    }

    /// Asks for one callback when the socket takes more. Asking twice is asking once.
    func requestWritable() {
        guard let wsi else { return }
        lws_callback_on_writable(wsi)
    }

    /// While a request is answered nothing more is read. libwebsockets would leave the socket readable and unread in
    /// that state, and a level-triggered loop would spin on it.
    func setReading(_ isReading: Bool) {
        guard let wsi else { return }
        lws_rx_flow_control(wsi, isReading ? 1 : 0)
    }

    /// The client's address: what the nearest trusted proxy says, reading from the right, else the socket's.
    func clientAddress(forwardedFor values: [String]) -> String {
        let trusted = transport.configuration.trustedProxies
        guard !trusted.isEmpty else { return peer }
        let hops = values.joined(separator: ",").split(separator: ",").map { String($0.trimmed) }
        var address = peer
        for hop in hops.reversed() {
            guard trusted.contains(where: { $0.contains(address) }), AddressPrefix.parse(hop) != nil else { break }
            address = hop
        }
        return address
    }
}

/// A descriptor that is not a connection but wakes the loop: the listening socket, the timer.
@ServiceLoop
final class DescriptorHandle: Handle {
    private let onReadable: @ServiceLoop () -> Void

    init(onReadable: @escaping @ServiceLoop () -> Void) {
        self.onReadable = onReadable
    }

    func readable() {
        onReadable()
    }
}
