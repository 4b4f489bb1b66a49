import Synchronization

/// What the transport has done since it was made. Readable from any thread.
package final class TransportCounters: Sendable {
    /// What is counted. Each connection that is turned away, and each WebSocket that ends, counts under one of these.
    package enum Event: Int, Sendable, CaseIterable {
        case accepted
        case refusedTooMany, refusedTooManyFromAddress
        case requests, upgrades, upgradesRefused
        case messagesReceived, messagesSent
        case bytesReceived, bytesSent
        /// A request answered by the transport itself: malformed (400), too large (413, 431), too late (408, 503).
        case requestsRejected
        /// A client that stopped reading its response.
        case responsesStalled
        case closedByPeer, closedByServer, closedForShutdown, closedSlowReader, closedTooLarge, closedProtocolError
        case connectionsLost
    }

    /// One lock for what is added up now and then; atomics for what every delivery touches.
    private struct Cells: ~Copyable, Sendable {
        let values = Mutex([Int](repeating: 0, count: Event.allCases.count))
        let open = Atomic<Int>(0)
        let openWebSockets = Atomic<Int>(0)
        let queuedBytes = Atomic<Int>(0)
    }

    private let cells = Cells()

    /// Accepted sockets that have not ended, WebSockets among them.
    package var openConnections: Int { cells.open.load(ordering: .relaxed) }
    package var openWebSockets: Int { cells.openWebSockets.load(ordering: .relaxed) }
    /// Bytes queued for WebSockets and not yet handed to the system.
    package var queuedBytes: Int { cells.queuedBytes.load(ordering: .relaxed) }

    /// How often, or how many bytes, since the start.
    package subscript(event: Event) -> Int {
        cells.values.withLock { $0[event.rawValue] }
    }

    func add(_ event: Event, _ amount: Int = 1) {
        cells.values.withLock { $0[event.rawValue] += amount }
    }

    /// Relaxed: figures for a page of metrics, which nothing is decided by.
    func addOpen(_ amount: Int) { cells.open.wrappingAdd(amount, ordering: .relaxed) }
    func addWebSockets(_ amount: Int) { cells.openWebSockets.wrappingAdd(amount, ordering: .relaxed) }
    func addQueued(_ amount: Int) { cells.queuedBytes.wrappingAdd(amount, ordering: .relaxed) }

    func add(_ cause: CloseCause) { add(Self.event(of: cause)) }

    /// Under what an end with this cause is counted.
    package static func event(of cause: CloseCause) -> Event {
        switch cause {
        case .peer: .closedByPeer
        case .server: .closedByServer
        case .shutdown: .closedForShutdown
        case .slowReader: .closedSlowReader
        case .tooLarge: .closedTooLarge
        case .protocolError: .closedProtocolError
        case .lost: .connectionsLost
        }
    }
}
