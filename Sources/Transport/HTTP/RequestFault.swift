import HTTPTypes

/// Why the transport answers a request itself. The connection closes after each: what follows on it cannot be trusted.
enum RequestFault: Error {
    case malformed
    case headersTooLarge
    case bodyTooLarge
    /// No content length where one is needed, or a transfer encoding: libwebsockets 4.1 does not decode a chunked
    /// request body.
    case lengthRequired
    case bodyTooSlow
    case unanswered
    case upgradeRequired

    var response: HTTPResponse {
        var response = bare
        response.headerFields[.contentType] = "text/plain; charset=utf-8"
        return response
    }

    private var bare: HTTPResponse {
        switch self {
        case .malformed: HTTPResponse(status: .badRequest)
        case .headersTooLarge: HTTPResponse(status: .requestHeaderFieldsTooLarge)
        case .bodyTooLarge: HTTPResponse(status: .contentTooLarge)
        case .lengthRequired: HTTPResponse(status: .lengthRequired)
        case .bodyTooSlow: HTTPResponse(status: .requestTimeout)
        case .unanswered: HTTPResponse(status: .serviceUnavailable)
        case .upgradeRequired:
            HTTPResponse(
                status: .upgradeRequired, headerFields: [.upgrade: "websocket", .secWebSocketVersion: "13"])
        }
    }

    /// For people: the status in words.
    var body: [UInt8] { Array("\(response.status.code) \(response.status.reasonPhrase)\n".utf8) }
}
