import Glibc
import HTTPTypes

/// The status line and header lines of a response, as bytes.
///
/// Written by us rather than by `lws_add_http_header_*`, which are bounded by libwebsockets' scratch buffer.
enum ResponseHead {
    /// HTTPTypes has made names and values fit for the wire: no line break can be among them.
    static func encode(_ response: HTTPResponse, bodyCount: Int, closes: Bool) -> [UInt8] {
        var text = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\n"
        for field in response.headerFields where !isOurs(field.name) {
            text += "\(field.name.rawName): \(field.value)\r\n"
        }
        if carriesLength(response.status) { text += "content-length: \(bodyCount)\r\n" }
        if response.headerFields[.date] == nil { text += "date: \(date())\r\n" }
        if closes { text += "connection: close\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// RFC 9110 section 8.6: none in 1xx and 204; in 304 it may be left out.
    static func carriesLength(_ status: HTTPResponse.Status) -> Bool {
        status.code >= 200 && status.code != 204 && status.code != 304
    }

    /// Fields that frame the message: a handler that set them could break the next answer.
    private static func isOurs(_ name: HTTPField.Name) -> Bool {
        name == .connection || name == .contentLength || name == .transferEncoding
    }

    /// IMF-fixdate (RFC 9110 section 5.6.7); the C locale's names are English.
    private static func date() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
            guard let base = buffer.baseAddress,
                strftime(base, buffer.count, "%a, %d %b %Y %H:%M:%S GMT", &parts) > 0
            else { return "" }
            return String(cString: base)
        }
    }
}
