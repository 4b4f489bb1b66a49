import HTTPTypes

/// Why the transport answers a request itself. The connection closes after each: what follows on it cannot be trusted.
enum RequestFault: Error {
    /// No request, or one that another reader could take for something else.
    case malformed
    case headersTooLarge
    /// Larger than may come here, in bytes.
    case bodyTooLarge(Int)
    /// So much is held of other bodies of the same person, or of everybody, that there is no room for this one now.
    case tooManyBodies
    /// No content length where one is needed, or a transfer encoding: libwebsockets 4.1 does not decode a chunked
    /// request body.
    case lengthRequired
    /// The body was not whole within ``TransportLimits/bodySeconds``.
    case bodyTooSlow
    /// The handler did not answer within ``TransportLimits/answerSeconds``.
    case unanswered
    case upgradeRequired

    var response: HTTPResponse {
        var response = bare
        response.headerFields[.contentType] = words == nil ? "text/plain; charset=utf-8" : "application/problem+json"
        return response
    }

    private var bare: HTTPResponse {
        switch self {
        case .malformed: HTTPResponse(status: .badRequest)
        case .headersTooLarge: HTTPResponse(status: .requestHeaderFieldsTooLarge)
        case .bodyTooLarge: HTTPResponse(status: .contentTooLarge)
        case .lengthRequired: HTTPResponse(status: .lengthRequired)
        case .tooManyBodies: HTTPResponse(status: .serviceUnavailable, headerFields: [.retryAfter: "5"])
        case .bodyTooSlow: HTTPResponse(status: .requestTimeout)
        case .unanswered: HTTPResponse(status: .serviceUnavailable)
        case .upgradeRequired:
            HTTPResponse(
                status: .upgradeRequired, headerFields: [.upgrade: "websocket", .secWebSocketVersion: "13"])
        }
    }

    /// For people: the status in words, or, for what a person may meet, problem details (RFC 9457).
    var body: [UInt8] {
        let status = bare.status
        guard let words else { return Array("\(status.code) \(status.reasonPhrase)\n".utf8) }
        return Array(
            """
            {"detail":"\(words.danish)","detailEn":"\(words.english)","status":\(status.code),"title":"\(words.danish)",\
            "titleEn":"\(words.english)","type":"urn:samspil:problem:\(words.kind)"}
            """.utf8)
    }

    /// What happened and what to do, without a character that JSON would escape; nil for what only a broken or hostile
    /// program meets.
    private var words: (kind: String, danish: String, english: String)? {
        switch self {
        case .bodyTooLarge(let limit):
            (
                "too-large", "Det er for stort til at blive sendt: grænsen er \(limit / 1024) KiB. Intet er ændret.",
                "That is too large to be sent: the limit is \(limit / 1024) KiB. Nothing was changed."
            )
        case .tooManyBodies:
            (
                "too-much-at-once", "Der bliver sendt for meget på én gang. Intet er ændret; prøv igen om lidt.",
                "Too much is being sent at once. Nothing was changed; try again shortly."
            )
        case .bodyTooSlow:
            (
                "too-slow", "Indholdet kom for langsomt frem. Intet er ændret; prøv igen.",
                "The content arrived too slowly. Nothing was changed; try again."
            )
        case .unanswered:
            (
                "no-answer",
                "Serveren nåede ikke at svare. Det kan være gjort alligevel; se efter, før du prøver igen.",
                "The server did not answer in time. It may be done all the same; look before you try again."
            )
        case .malformed, .headersTooLarge, .lengthRequired, .upgradeRequired: nil
        }
    }
}
