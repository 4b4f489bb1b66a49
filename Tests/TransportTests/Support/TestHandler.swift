import TestSeeds
import HTTPTypes

@testable import Transport

/// Answers by path.
@ServiceLoop
final class TestHandler: TransportHandler {
    var requests: [HTTPRequestMessage] = []
    var exchanges: [HTTPExchange] = []
    var sockets: [EchoSocket] = []
    /// How often the transport said that the answer to `/work` is not wanted any more.
    var abandoned = 0
    /// Shared by every answer to `/large`.
    nonisolated static let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }

    /// Of those whose handshake came to its end.
    var ends: [(code: UInt16?, cause: CloseCause)?] { sockets.filter(\.wasOpened).map(\.end) }

    nonisolated init() {}

    func handle(_ request: HTTPRequestMessage, on exchange: HTTPExchange) {
        requests.append(request)
        let path = request.request.path ?? ""
        switch path.split(separator: "?", omittingEmptySubsequences: false).first {
        case "/large":
            exchange.respond(HTTPResponse(status: .ok), body: Self.large)
        case "/later":
            Task {
                try? await Task.sleep(for: .milliseconds(50))
                exchange.respond(HTTPResponse(status: .ok), body: Array("later".utf8))
            }
        case "/never":
            exchanges.append(exchange)
        case "/work":
            exchanges.append(exchange)
            exchange.onAbandoned = { self.abandoned += 1 }
        case "/cookies":
            var response = HTTPResponse(status: .ok)
            response.headerFields.append(HTTPField(name: .setCookie, value: "a=1; HttpOnly"))
            response.headerFields.append(HTTPField(name: .setCookie, value: "b=2"))
            response.headerFields[.contentLength] = "999"
            response.headerFields[HTTPField.Name("x-odd")!] = "split\r\nx-injected: 1"
            exchange.respond(response)
        case "/empty":
            exchange.respond(HTTPResponse(status: .noContent), body: [1, 2, 3])
        case "/body":
            exchange.respond(HTTPResponse(status: .ok), body: request.body)
        default:
            let text = "\(request.request.method.rawValue) \(path) \(request.remoteAddress)"
            exchange.respond(HTTPResponse(status: .ok), body: Array(text.utf8))
        }
    }

    /// 3,000 bytes to `/open`, to everything else what the limits allow: to whoever says who they are as theirs.
    func bodyAllowance(of request: HTTPRequestMessage) -> BodyAllowance {
        let name = request.request.headerFields[.authorization]
        let owner = name.map { BodyAllowance.Owner.known(Array($0.utf8)) } ?? .unknown
        return BodyAllowance(bytes: request.request.path == "/open" ? 3_000 : .max, owner: owner)
    }

    func upgrade(_ request: HTTPRequestMessage) -> UpgradeDecision {
        requests.append(request)
        guard request.request.path?.hasPrefix("/echo") == true else {
            return .refuse(HTTPResponse(status: .forbidden), body: Array("no".utf8))
        }
        let socket = EchoSocket()
        sockets.append(socket)
        return .accept(socket)
    }
}

/// Sends back what it gets; a few texts are commands.
@ServiceLoop
final class EchoSocket: WebSocketHandler {
    var connection: WebSocketConnection?
    var wasOpened = false
    var messages = 0
    var drains = 0
    var end: (code: UInt16?, cause: CloseCause)?

    nonisolated init() {}

    func opened(_ connection: WebSocketConnection) {
        wasOpened = true
        self.connection = connection
    }

    func received(_ message: [UInt8], isText: Bool, on connection: WebSocketConnection) {
        messages += 1
        guard isText else { return connection.send(OutboundMessage(binary: message)) }
        let text = String(decoding: message, as: UTF8.self)
        if text.hasPrefix("close "), let code = UInt16(text.dropFirst(6)) {
            connection.send(OutboundMessage(text: "bye"))
            connection.close(code: code, reason: "asked")
        } else if text.hasPrefix("flood ") {
            let chunk = OutboundMessage(binary: [UInt8](repeating: 7, count: 60_000))
            for _ in 0..<(Int(text.dropFirst(6)) ?? 0) { connection.send(chunk) }
        } else if text.hasPrefix("burst "), let seed = UInt64(text.dropFirst(6)) {
            for payload in Self.burst(seed: seed) { connection.send(OutboundMessage(binary: payload)) }
        } else if text.hasPrefix("behind "), let count = Int(text.dropFirst(7)) {
            connection.send(OutboundMessage(text: "first"))
            connection.send(OutboundMessage(binary: [UInt8](repeating: 7, count: count)))
        } else {
            connection.send(OutboundMessage(text: text))
        }
    }

    /// Many small messages, a few that are too large to be sent together with others.
    nonisolated static func burst(seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: seed)
        return (0..<200).map { number in
            let longest = [10, 200, 5_000, 20_000, 70_000][min(4, Int.random(in: 0..<24, using: &random) / 5)]
            return [UInt8](repeating: UInt8(number & 255), count: Int.random(in: 0...longest, using: &random))
        }
    }

    func drained(_ connection: WebSocketConnection) {
        drains += 1
    }

    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause) {
        precondition(end == nil, "closed twice")
        end = (code, cause)
        self.connection = nil
    }
}
