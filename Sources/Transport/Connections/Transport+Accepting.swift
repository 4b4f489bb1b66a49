import CLibwebsockets
import Glibc
import Logging

extension Transport {
    /// Gives the socket to the loop, which closes it from then on.
    func openListener() throws(TransportError) {
        guard let descriptor = takeListener() else { throw .alreadyRan }
        let handle = DescriptorHandle { [weak self] in self?.acceptAll(from: descriptor) }
        guard adopt(file: descriptor, as: handle) else {
            close(descriptor)
            throw .system(call: "lws_adopt_descriptor", reason: "the listening socket was refused")
        }
        listenerHandle = handle
    }

    /// A bounded number a turn, so that those already here get theirs.
    private func acceptAll(from listener: CInt) {
        for _ in 0..<128 {
            let (descriptor, peer) = SocketAddress.accept(from: listener)
            guard descriptor >= 0 else {
                switch errno {
                case EMFILE, ENFILE, ENOBUFS, ENOMEM: pauseAccepting()
                case EINTR, ECONNABORTED: continue
                default: break
                }
                return
            }
            admit(descriptor, from: peer.text)
        }
    }

    /// Out of descriptors: the socket would stay readable and the loop would spin on it.
    private func pauseAccepting() {
        guard let wsi = listenerHandle?.wsi else { return }
        logger.warning("Out of descriptors or memory: not accepting connections for half a second.")
        lws_rx_flow_control(wsi, 0)
        schedule(after: .milliseconds(500)) { [weak self] in
            guard let wsi = self?.listenerHandle?.wsi else { return }
            lws_rx_flow_control(wsi, 1)
        }
    }

    /// Counts the connection and hands its socket to libwebsockets.
    private func admit(_ descriptor: CInt, from peer: String) {
        let limits = configuration.limits
        guard connectionCount < limits.connections else { return turnAway(descriptor, .refusedTooMany) }
        let counted = isTrustedProxy(peer) ? nil : peer
        if let counted, !mayConnect(counted) { return turnAway(descriptor, .refusedTooManyFromAddress) }
        connectionCount += 1
        counters.addOpen(1)
        counters.add(.accepted)
        // Adopted sockets do not get the options libwebsockets sets on those it accepts.
        var one: CInt = 1
        setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<CInt>.size))
        let connection = Connection(id: nextConnectionID, peer: peer, countedClient: nil, transport: self)
        if let counted { count(connection, as: counted) }
        nextConnectionID += 1
        let type = LWS_ADOPT_SOCKET.rawValue | LWS_ADOPT_HTTP.rawValue | LWS_ADOPT_ALLOW_SSL.rawValue
        // A failed adoption has closed the socket and, usually, said so by WSI_DESTROY.
        if !adopt(descriptor, type: lws_adoption_type(rawValue: type), as: connection), connection.wsi == nil,
            handles.removeValue(forKey: ObjectIdentifier(connection)) != nil
        {
            connection.destroyed()
        }
    }

    /// Whether what this peer says of its client is believed.
    func isTrustedProxy(_ address: String) -> Bool {
        configuration.trustedProxies.contains { $0.contains(address) }
    }

    /// Whether one more connection of this address is within the limit.
    func mayConnect(_ address: String) -> Bool {
        connectionsByAddress[ClientNetwork(address), default: 0] < configuration.limits.connectionsPerAddress
    }

    /// Undone by `connectionEnded`.
    func count(_ connection: Connection, as address: String) {
        let client = ClientNetwork(address)
        connection.countedClient = client
        connectionsByAddress[client, default: 0] += 1
    }

    /// Without a word of HTTP: writing an answer is what there is no room for.
    private func turnAway(_ descriptor: CInt, _ event: TransportCounters.Event) {
        counters.add(event)
        close(descriptor)
    }

    /// For a descriptor that wakes the loop and holds no connection.
    func adopt(file descriptor: CInt, as handle: DescriptorHandle) -> Bool {
        adopt(descriptor, type: LWS_ADOPT_RAW_FILE_DESC, as: handle)
    }

    private func adopt(_ descriptor: CInt, type: lws_adoption_type, as handle: Handle) -> Bool {
        guard let context else { return false }
        handles[ObjectIdentifier(handle)] = handle
        var description = lws_adopt_desc_t()
        description.vh = context.vhost
        description.type = type
        description.fd.sockfd = descriptor
        description.opaque = Unmanaged.passUnretained(handle).toOpaque()
        guard let wsi = lws_adopt_descriptor_vhost_via_info(&description) else { return false }
        handle.adopted(as: wsi)
        return true
    }
}
