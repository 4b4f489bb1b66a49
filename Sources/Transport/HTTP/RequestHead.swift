import CLibwebsockets
import HTTPTypes

/// The header lines of a request, read out of libwebsockets while it still has them.
struct RequestHead {
    var request: HTTPRequest
    var isVersion11: Bool
    /// The client, or the protocol's version, wants the connection closed after the answer.
    var wantsClose: Bool
    /// nil when none was given.
    var contentLength: Int?

    /// Reads and checks. Everything that two readers could understand differently is refused, because a proxy in front
    /// may be the other reader (request smuggling, RFC 9112 section 11.2).
    init(
        reading wsi: OpaquePointer, isTLS: Bool, additional: [HTTPField.Name], headerBytes: Int
    ) throws(RequestFault) {
        let source = HeaderSource(wsi: wsi)
        let (method, path) = try source.methodAndPath()
        let fields = source.fields(additional: additional)
        let size = fields.reduce(path.utf8.count) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        guard size <= headerBytes else { throw .headersTooLarge }
        isVersion11 = source.version == "HTTP/1.1"
        guard isVersion11 || source.version == "HTTP/1.0" else { throw .malformed }
        guard !source.hasDisguisedFraming else { throw .malformed }
        guard fields[values: .transferEncoding].isEmpty else { throw .lengthRequired }
        // libwebsockets takes no notice of a longer one (padded with spaces, say), and would wait for no body.
        guard lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH) <= 20 else { throw .malformed }
        contentLength = try Self.contentLength(fields[values: .contentLength])
        if contentLength == nil, [.post, .put, .patch].contains(method) { throw .lengthRequired }
        let hosts = fields[values: .host]
        guard hosts.count == 1 || (hosts.isEmpty && !isVersion11) else { throw .malformed }
        let connection = fields[values: .connection].joined(separator: ",").lowercased()
        wantsClose = !isVersion11 || connection.split(separator: ",").contains { $0.trimmed == "close" }
        var others = fields
        others[fields: .host] = []
        request = HTTPRequest(
            method: method, scheme: isTLS ? "https" : "http", authority: hosts.first, path: path, headerFields: others)
    }

    /// Digits alone, once (RFC 9112 section 6.3): a list of equal lengths is refused too.
    private static func contentLength(_ values: [String]) throws(RequestFault) -> Int? {
        guard let first = values.first else { return nil }
        guard values.count == 1, !first.isEmpty, first.utf8.count <= 15,
            first.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let length = Int(first)
        else { throw .malformed }
        return length
    }
}

extension HTTPField.Name {
    /// HTTPTypes keeps the host in the authority and has no constant for it.
    static let host = HTTPField.Name(token: "host")
    /// Not among HTTPTypes' constants.
    static let xForwardedFor = HTTPField.Name(token: "x-forwarded-for")
    static let http2Settings = HTTPField.Name(token: "http2-settings")

    /// For names known to be tokens.
    private init(token name: StaticString) {
        guard let field = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is no header name") }
        self = field
    }
}

extension Substring {
    /// Without surrounding spaces and tabs (RFC 9110 `OWS`).
    var trimmed: Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return drop(while: isSpace).reversedTrim(isSpace)
    }

    private func reversedTrim(_ isSpace: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }
}
