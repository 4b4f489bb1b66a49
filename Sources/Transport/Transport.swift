import CLibwebsockets
import HTTPTypes
package import Logging

/// HTTP/1.1 and WebSocket on one port, on one thread, by libwebsockets.
///
/// `init` listens, `run()` serves: the thread that calls it is the service thread until `shutdown` has finished.
/// Everything else is on `ServiceLoop`, except what says otherwise. See the article <doc:Transport>.
///
/// - SAFETY: `@unchecked` because of the stored properties that `run()` sets before the loop starts and clears after it
///   has ended; between, they are touched on the service thread only.
@ServiceLoop
package final class Transport {
    package nonisolated let configuration: TransportConfiguration
    /// Readable from any thread.
    package nonisolated let counters = TransportCounters()
    /// The port listened on, also where the configuration said 0.
    package nonisolated let boundPort: Int

    nonisolated let logger: Logger
    nonisolated let library: EventLoopLibrary
    nonisolated let additionalHeaders: [HTTPField.Name]
    let handler: any TransportHandler
    var stage = Stage.made
    private let listener: ListeningSocket

    /// The C side, while it lives.
    var context: ContextMemory?
    var handles: [ObjectIdentifier: Handle] = [:]
    var connectionCount = 0
    var connectionsByAddress: [ClientNetwork: Int] = [:]
    var nextConnectionID: UInt64 = 1
    var listenerHandle: DescriptorHandle?
    var exchanges: [ObjectIdentifier: HTTPExchange] = [:]
    /// What the bodies of requests take that are held at the moment.
    var bodies: BodyBudget

    var timers = TimerQueue()
    var timerDescriptor: CInt = -1
    var armedDeadline: ContinuousClock.Instant?
    /// WebSockets whose queue became non-empty in this turn.
    var unflushed: [WebSocketConnection] = []
    let gathering = GatheringBuffer()
    nonisolated let memory: HeldMemory
    /// Counts the turns of the loop: a clock that costs nothing to read.
    var turnNumber: UInt64 = 0
    private(set) lazy var pings = PingSchedule(transport: self)
    var turnCallbacks: [@ServiceLoop () -> Void] = []
    var isFinished = false
    var hasDrained = false
    var onDrained: (@ServiceLoop @Sendable () async -> Void)?

    enum Stage { case made, running, draining, stopped }

    /// Checks the configuration and listens. Nothing is accepted before `run()`; until then clients wait in the
    /// system's queue.
    package nonisolated init(
        configuration: TransportConfiguration, handler: any TransportHandler, logger: Logger
    ) throws(TransportError) {
        self.configuration = configuration
        self.handler = handler
        bodies = BodyBudget(limits: configuration.limits)
        memory = HeldMemory(limit: configuration.limits.heldBytes)
        self.logger = logger
        additionalHeaders = try Self.headerNames(configuration.additionalHeaders)
        try Self.check(configuration)
        library = try EventLoopLibrary.load()
        try DescriptorLimit.adjust(to: configuration.limits.descriptors)
        listener = try ListeningSocket(host: configuration.host, port: configuration.port)
        boundPort = listener.port ?? configuration.port
        LogBridge.install(logger)
    }

    var isDraining: Bool { stage == .draining || stage == .stopped }

    func takeListener() -> CInt? {
        listener.take()
    }

    func connectionEnded(_ connection: Connection) {
        connectionCount -= 1
        counters.addOpen(-1)
        if let client = connection.countedClient, let count = connectionsByAddress[client] {
            connectionsByAddress[client] = count > 1 ? count - 1 : nil
        }
        if stage == .draining, connectionCount == 0 { drained() }
    }

    func began(_ exchange: HTTPExchange) {
        exchanges[ObjectIdentifier(exchange)] = exchange
    }
}
