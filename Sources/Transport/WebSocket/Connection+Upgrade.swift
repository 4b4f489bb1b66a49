import CLibwebsockets
import HTTPTypes

/// A WebSocket the handler accepted whose handshake libwebsockets is still writing.
struct PendingUpgrade {
    let handler: any WebSocketHandler
    let remoteAddress: String
}

extension Connection {
    /// `LWS_CALLBACK_HTTP_CONFIRM_UPGRADE`: 0 lets the handshake go on, −1 closes.
    ///
    /// The `in` argument is not looked at: after an unknown protocol libwebsockets 4.1.6 has already answered 403 and
    /// freed what it points to before asking (CVE-2025-11677). The header is read again, and anything but exactly
    /// "websocket" (h2c above all: CVE-2026-19773) ends the connection.
    func confirmUpgrade(_ wsi: OpaquePointer) -> CInt {
        guard HeaderSource(wsi: wsi).text(WSI_TOKEN_UPGRADE).lowercased() == "websocket" else {
            transport.counters.add(.upgradesRefused)
            return -1
        }
        do throws(RequestFault) {
            let head = try readHead(wsi)
            try checkHandshake(head)
            return decide(on: head, wsi)
        } catch {
            transport.counters.add(.requestsRejected)
            return refuse(wsi, error.response, error.body)
        }
    }

    /// RFC 6455 section 4.2.1, where libwebsockets is more lenient.
    private func checkHandshake(_ head: RequestHead) throws(RequestFault) {
        let fields = head.request.headerFields
        let connection = fields[values: .connection].joined(separator: ",").lowercased()
        guard head.request.method == .get, head.isVersion11, (head.contentLength ?? 0) == 0,
            connection.split(separator: ",").contains(where: { $0.trimmed == "upgrade" })
        else { throw .malformed }
        guard fields[values: .secWebSocketVersion] == ["13"] else { throw .upgradeRequired }
        let keys = fields[values: .secWebSocketKey]
        guard keys.count == 1, Self.isKey(keys[0]) else { throw .malformed }
    }

    /// 16 bytes in base64.
    private static func isKey(_ text: String) -> Bool {
        text.utf8.count == 24 && text.hasSuffix("==")
            && text.utf8.dropLast(2).allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                    true
                default: false
                }
            }
    }

    /// The last word of this side: what it accepts libwebsockets answers with 101.
    private func decide(on head: RequestHead, _ wsi: OpaquePointer) -> CInt {
        guard !transport.isDraining else { return refuse(wsi, HTTPResponse(status: .serviceUnavailable), []) }
        let request = message(of: head)
        let isBehindProxy = countedClient == nil && !transport.isTrustedProxy(request.remoteAddress)
        guard !isBehindProxy || transport.mayConnect(request.remoteAddress) else {
            transport.counters.add(.refusedTooManyFromAddress)
            return refuse(wsi, HTTPResponse(status: .tooManyRequests), [])
        }
        switch transport.handler.upgrade(request) {
        case .accept(let handler):
            if isBehindProxy { transport.count(self, as: request.remoteAddress) }
            upgrading = PendingUpgrade(handler: handler, remoteAddress: request.remoteAddress)
            return 0
        case .refuse(let response, let body):
            transport.counters.add(.upgradesRefused)
            return refuse(wsi, response, body)
        }
    }

    /// Written at once, inside the callback: −1 lets libwebsockets flush it and close.
    private func refuse(_ wsi: OpaquePointer, _ response: HTTPResponse, _ body: [UInt8]) -> CInt {
        var bytes = ResponseHead.encode(response, bodyCount: body.count, closes: true)
        if ResponseHead.carriesLength(response.status) { bytes += body }
        transport.counters.add(.bytesSent, bytes.count)
        lws_write(wsi, &bytes, bytes.count, LWS_WRITE_HTTP_HEADERS)
        return -1
    }

    /// `LWS_CALLBACK_ESTABLISHED`.
    func established(_ wsi: OpaquePointer) -> CInt {
        guard let upgrading else { return -1 }
        self.upgrading = nil
        let webSocket = WebSocketConnection(
            connection: self, handler: upgrading.handler, remoteAddress: upgrading.remoteAddress)
        self.webSocket = webSocket
        transport.pings.add(webSocket.pulse)
        transport.counters.add(.upgrades)
        transport.counters.addWebSockets(1)
        upgrading.handler.opened(webSocket)
        return 0
    }
}
