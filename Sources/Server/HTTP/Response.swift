import Application
import Foundation
package import HTTPTypes
import Planning

/// What a route answers with.
package struct Response: Sendable {
    package var status: HTTPResponse.Status
    package var headerFields: HTTPFields
    /// An array that many responses share, such as a static file's, is not copied.
    package var body: [UInt8]

    package init(_ status: HTTPResponse.Status = .ok, headerFields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headerFields = headerFields
        self.body = body
    }

    /// JSON with sorted keys, so that the same content is the same bytes.
    package static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, cookie: String? = nil
    ) throws -> Response {
        data([UInt8](try CanonicalJSON.encode(value)), type: "application/json", status: status, cookie: cookie)
    }

    package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        data([UInt8](text.utf8), type: type, status: .ok, cookie: nil)
    }

    package static func data(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status, cookie: String?
    ) -> Response {
        var fields: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let cookie { fields.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status, headerFields: fields, body: bytes)
    }

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
