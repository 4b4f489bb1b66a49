import HTTPTypes
import TestLoop
import Testing
import Transport

extension Trait where Self == LoopTurn {
    /// The loop to itself, run by a transport that nobody talks to.
    static var onLoop: LoopTurn {
        LoopTurn { test in try await LoopTurn.served(by: Nobody()) { _ in try await test() } }
    }
}

private final class Nobody: TransportHandler {
    nonisolated init() {}
    func handle(_ request: HTTPRequestMessage, on exchange: HTTPExchange) {
        exchange.respond(HTTPResponse(status: .notFound))
    }
    func bodyAllowance(of request: HTTPRequestMessage) -> BodyAllowance { BodyAllowance(bytes: 0, owner: .unknown) }
    func upgrade(_ request: HTTPRequestMessage) -> UpgradeDecision { .refuse(HTTPResponse(status: .notFound)) }
}
