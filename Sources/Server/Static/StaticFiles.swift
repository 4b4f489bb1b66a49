import Application
import Crypto
import Foundation
package import HTTPTypes
package import Transport

/// The bundled page: read once at the start, served from memory. Only files that were there at the start can be
/// asked for, so no path leads anywhere else.
@ServiceLoop
package final class StaticFiles {
    private let files: [String: StaticFile]

    /// - Parameter content: read off the loop, before it runs.
    package init(_ content: Content) { files = content.files }

    /// The page's own places: a reload of any of them gives the page, which shows what belongs there.
    private static let pagePlaces: Set<String> = ["k", "log-ind", "uger", "uge", "session", "skaerm", "borger"]

    /// Answers a request for a file or one of the page's places; `nil` when it is neither.
    package func respond(to segments: [String], fields: HTTPFields) -> Response? {
        let path = segments.joined(separator: "/")
        if let file = files[path], path != "index.html" { return respond(file, fields) }
        guard segments.isEmpty || Self.pagePlaces.contains(segments[0]), let page = files["index.html"] else {
            return nil
        }
        return respond(page, fields)
    }

    /// The page with status 404, for a person who followed a broken link.
    package func notFoundPage(fields: HTTPFields) -> Response? {
        guard let page = files["index.html"] else { return nil }
        var response = respond(page, fields)
        response.status = .notFound
        return response
    }

    /// 304 for a file that the browser has already. Files whose name holds a hash are kept for ever; the others are
    /// asked for each time.
    private func respond(_ file: StaticFile, _ fields: HTTPFields) -> Response {
        var headerFields: HTTPFields = [
            .contentType: file.type, .eTag: file.entityTag, .vary: "Accept-Encoding",
            .cacheControl: file.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if let known = fields[.ifNoneMatch], known.contains(file.entityTag) {
            return Response(.notModified, headerFields: headerFields)
        }
        let (body, coding) = file.encoding(accepted: fields[.acceptEncoding] ?? "")
        if let coding { headerFields[.contentEncoding] = coding }
        return Response(.ok, headerFields: headerFields, body: body)
    }
}
