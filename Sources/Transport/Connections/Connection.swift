import CLibwebsockets

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
