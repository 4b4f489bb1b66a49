import CLibwebsockets
import HTTPTypes

/// Reads the header table libwebsockets attaches to a connection while a request is parsed. Valid only inside the
/// callback that announced the request.
struct HeaderSource {
    let wsi: OpaquePointer

    var version: String { text(WSI_TOKEN_HTTP) }

    /// Exactly one request line; a second method may hide among the header lines, where libwebsockets also sees it.
    func methodAndPath() throws(RequestFault) -> (HTTPRequest.Method, String) {
        var found: (HTTPRequest.Method, lws_token_indexes)?
        for (token, method) in Self.methods where lws_hdr_total_length(wsi, token) > 0 {
            guard found == nil else { throw .malformed }
            found = (method, token)
        }
        guard let (method, token) = found else { throw .malformed }
        let path = Array(fragments(token).joined(separator: [UInt8(ascii: "&")]))
        guard path.first == UInt8(ascii: "/") else { throw .malformed }
        return (method, TargetEncoder.encode(path: path, query: fragments(WSI_TOKEN_HTTP_URI_ARGS)))
    }

    /// Names in the order of the table, not as they were sent: libwebsockets does not keep that.
    func fields(additional: [HTTPField.Name]) -> HTTPFields {
        var fields = HTTPFields()
        for (token, name) in Self.known where lws_hdr_total_length(wsi, token) > 0 {
            for value in fragments(token) {
                let text = String(decoding: value, as: UTF8.self)
                fields.append(HTTPField(name: name, value: String(text[...].trimmed)))
            }
        }
        for name in additional {
            guard let value = custom(name.canonicalName + ":") else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
    }

    /// `Content-Length : 5` and the like: a space before the colon, which some readers ignore (RFC 9112 section 5.1).
    var hasDisguisedFraming: Bool {
        let names = ["content-length :", "transfer-encoding :", "content-length\t:", "transfer-encoding\t:"]
        return names.contains { (name: String) in lws_hdr_custom_length(wsi, name, CInt(name.utf8.count)) >= 0 }
    }

    /// All of a header's values, joined as `lws_hdr_copy` does it.
    func text(_ token: lws_token_indexes) -> String {
        let length = Int(lws_hdr_total_length(wsi, token))
        guard length > 0 else { return "" }
        // One byte for the end and one for each comma the copy puts between fragments.
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 2 * length + 2) { buffer in
            guard let base = buffer.baseAddress, lws_hdr_copy(wsi, base, CInt(buffer.count), token) > 0 else {
                return ""
            }
            return String(cString: base)
        }
    }

    /// The values of a header that came more than once, or the pairs of a query, one by one.
    private func fragments(_ token: lws_token_indexes) -> [[UInt8]] {
        var all: [[UInt8]] = []
        guard lws_hdr_total_length(wsi, token) > 0 else { return all }
        while let next = fragment(token, CInt(all.count)) { all.append(next) }
        return all
    }

    private func fragment(_ token: lws_token_indexes, _ index: CInt) -> [UInt8]? {
        let capacity = Int(lws_hdr_fragment_length(wsi, token, index)) + 1
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let length = lws_hdr_copy_fragment(wsi, base, CInt(capacity), token, index)
            guard length >= 0 else { return nil }
            return buffer[..<Int(length)].map { UInt8(bitPattern: $0) }
        }
    }

    /// A header that libwebsockets has no token for; its name in lower case, with the colon.
    private func custom(_ name: String) -> String? {
        let length = lws_hdr_custom_length(wsi, name, CInt(name.utf8.count))
        guard length >= 0 else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(length) + 1) { buffer in
            guard let base = buffer.baseAddress,
                lws_hdr_custom_copy(wsi, base, CInt(buffer.count), name, CInt(name.utf8.count)) >= 0
            else { return nil }
            return String(cString: base)
        }
    }

    private static let methods: [(lws_token_indexes, HTTPRequest.Method)] = [
        (WSI_TOKEN_GET_URI, .get), (WSI_TOKEN_HEAD_URI, .head), (WSI_TOKEN_POST_URI, .post),
        (WSI_TOKEN_PUT_URI, .put), (WSI_TOKEN_PATCH_URI, .patch), (WSI_TOKEN_DELETE_URI, .delete),
        (WSI_TOKEN_OPTIONS_URI, .options),
    ]

    private static let known: [(lws_token_indexes, HTTPField.Name)] = [
        (WSI_TOKEN_HOST, .host), (WSI_TOKEN_CONNECTION, .connection), (WSI_TOKEN_UPGRADE, .upgrade),
        (WSI_TOKEN_ORIGIN, .origin), (WSI_TOKEN_KEY, .secWebSocketKey), (WSI_TOKEN_VERSION, .secWebSocketVersion),
        (WSI_TOKEN_PROTOCOL, .secWebSocketProtocol), (WSI_TOKEN_EXTENSIONS, .secWebSocketExtensions),
        (WSI_TOKEN_HTTP2_SETTINGS, .http2Settings), (WSI_TOKEN_HTTP_ACCEPT, .accept),
        (WSI_TOKEN_HTTP_ACCEPT_ENCODING, .acceptEncoding), (WSI_TOKEN_HTTP_ACCEPT_LANGUAGE, .acceptLanguage),
        (WSI_TOKEN_HTTP_IF_MODIFIED_SINCE, .ifModifiedSince), (WSI_TOKEN_HTTP_IF_NONE_MATCH, .ifNoneMatch),
        (WSI_TOKEN_HTTP_IF_MATCH, .ifMatch), (WSI_TOKEN_HTTP_IF_RANGE, .ifRange),
        (WSI_TOKEN_HTTP_IF_UNMODIFIED_SINCE, .ifUnmodifiedSince), (WSI_TOKEN_HTTP_RANGE, .range),
        (WSI_TOKEN_HTTP_CACHE_CONTROL, .cacheControl), (WSI_TOKEN_HTTP_AUTHORIZATION, .authorization),
        (WSI_TOKEN_HTTP_COOKIE, .cookie), (WSI_TOKEN_HTTP_CONTENT_LENGTH, .contentLength),
        (WSI_TOKEN_HTTP_CONTENT_TYPE, .contentType), (WSI_TOKEN_HTTP_CONTENT_ENCODING, .contentEncoding),
        (WSI_TOKEN_HTTP_CONTENT_DISPOSITION, .contentDisposition), (WSI_TOKEN_HTTP_DATE, .date),
        (WSI_TOKEN_HTTP_REFERER, .referer), (WSI_TOKEN_HTTP_USER_AGENT, .userAgent),
        (WSI_TOKEN_HTTP_EXPECT, .expect), (WSI_TOKEN_HTTP_TRANSFER_ENCODING, .transferEncoding),
        (WSI_TOKEN_TE, .te), (WSI_TOKEN_X_FORWARDED_FOR, .xForwardedFor),
        (WSI_TOKEN_HTTP_AC_REQUEST_HEADERS, .accessControlRequestHeaders),
    ]
}
