import Application
import Foundation
package import HTTPTypes
import Planning

/// A route's answer, whole in memory. Nothing is streamed: an answer is made off the loop and handed to the transport
/// as bytes, so a slow reader holds no database and no room.
package struct Response: Sendable {
    /// By RFC 9110 section 15.
    package var status: HTTPResponse.Status
    /// What the route says of it; `SecurityHeaders` and the length are added on the way out.
    package var headerFields: HTTPFields
    /// An array that many responses share, such as a static file's, is not copied.
    package var body: [UInt8]

    /// Without the usual fields: for answers that bring their own, such as a static file's.
    package init(_ status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headerFields = headerFields
        self.body = body
    }

    /// JSON with sorted keys, so that the same content is the same bytes: tags and tests compare them.
    ///
    /// - Throws: `EncodingError` for a value that JSON cannot hold, such as an infinite number: a programmer's mistake.
    package static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, cookie: String? = nil
    ) throws -> Response {
        data([UInt8](try CanonicalJSON.encode(value)), type: "application/json", status: status, cookie: cookie)
    }

    /// For answers that are no JSON: figures, tables.
    package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        data([UInt8](text.utf8), type: type, status: .ok, cookie: nil)
    }

    /// Bytes of any type. `no-store` is the rule: answers are of one moment and one person, and a shared machine's
    /// cache must not keep them.
    package static func data(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status, cookie: String?
    ) -> Response {
        var fields: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let cookie { fields.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status, headerFields: fields, body: bytes)
    }

    /// It was done, and there is nothing to say of it.
    package static let noContent = Response(.noContent, headerFields: [.cacheControl: "no-store"])

    /// The problem as `application/problem+json`.
    package static func problem(_ problem: Problem) -> Response {
        struct Details: Encodable {
            let type, title, detail, titleEn, detailEn: String
            let status: Int
            let faults: [ImportFault]?
        }
        let details = Details(
            type: "urn:samspil:problem:\(problem.kind)", title: problem.detail, detail: problem.detail,
            titleEn: problem.detailEn, detailEn: problem.detailEn, status: problem.status.code,
            faults: problem.faults.isEmpty ? nil : problem.faults)
        // Strings and numbers always encode; an empty body still carries the status.
        let bytes = (try? CanonicalJSON.encode(details)).map { [UInt8]($0) } ?? []
        var response = data(bytes, type: "application/problem+json", status: problem.status, cookie: nil)
        for field in problem.headerFields { response.headerFields.append(field) }
        return response
    }
}
