import Glibc
import HTTPTypes
import Logging
import Transport

/// Sends every message back as it came: what Autobahn's test suite expects of a server. `Tests/Conformance/run` starts
/// it; it prints the port it listens on and serves until SIGTERM.
@main
enum EchoServer {
    static func main() throws {
        var configuration = TransportConfiguration(host: "127.0.0.1", port: 0)
        // The suite sends messages of 16 MiB, and 4 MiB in frames of 64 bytes.
        configuration.limits.messageBytes = 32 << 20
        configuration.limits.fragments = 1 << 20
        configuration.limits.outboundQueueBytes = 64 << 20
        configuration.limits.descriptors = 1024
        let transport = try Transport(
            configuration: configuration, handler: EchoHandler(),
            logger: Logger(label: "echo", factory: { _ in SwiftLogNoOpLogHandler() }))
        let signals = try TerminationSignals { _ in transport.shutdown(grace: .milliseconds(100)) }
        print(transport.boundPort)
        fflush(nil)
        try withExtendedLifetime(signals) { () throws in try transport.run() }
    }
}

/// Every path is a WebSocket that echoes.
@ServiceLoop
final class EchoHandler: TransportHandler {
    nonisolated init() {}

    func handle(_ request: HTTPRequestMessage, on exchange: HTTPExchange) {
        exchange.respond(HTTPResponse(status: .upgradeRequired))
    }

    func bodyAllowance(of request: HTTPRequestMessage) -> BodyAllowance { BodyAllowance(bytes: 0, owner: .unknown) }

    func upgrade(_ request: HTTPRequestMessage) -> UpgradeDecision {
        .accept(EchoSocket())
    }
}

@ServiceLoop
final class EchoSocket: WebSocketHandler {
    func opened(_ connection: WebSocketConnection) {}

    func received(_ message: [UInt8], isText: Bool, on connection: WebSocketConnection) {
        guard isText else { return connection.send(OutboundMessage(binary: message)) }
        connection.send(OutboundMessage(text: String(decoding: message, as: UTF8.self)))
    }

    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause) {}
}
