import Application
import Foundation
import HTTPTypes
import Planning

/// A long list that is the same in many answers: its JSON and the piece of a compressed answer that it is, made once.
struct SharedList: Sendable {
    private let json: [UInt8]
    /// The list compressed, without its neighbours; nil where there was no memory for it, and then answers are not
    /// compressed.
    private let piece: GzipPiece?

    /// - Throws: `EncodingError`.
    init(_ list: [some Encodable]) throws {
        json = [UInt8](try CanonicalJSON.encode(list))
        piece = GzipPiece(json, isLast: false)
    }

    /// Puts the list in the place of the empty one that a JSON answer has as its member `name`, and compresses the
    /// answer for whoever takes that.
    ///
    /// - Parameter accepted: the request's `Accept-Encoding`.
    func put(in response: Response, as name: String, accepted: String?) -> Response {
        // Quotes within a string are behind a backslash: these bytes are the member, wherever they stand.
        guard let place = Data(response.body).range(of: Data("\"\(name)\":[]".utf8)) else { return response }
        let head = Array(response.body[..<(place.upperBound - 2)])
        let tail = Array(response.body[place.upperBound...])
        var whole = response
        whole.headerFields[.vary] = "Accept-Encoding"
        if StaticFile.acceptsGzip(accepted ?? ""), let piece, let first = GzipPiece(head, isLast: false),
            let last = GzipPiece(tail, isLast: true), let stream = GzipPiece.stream([first, piece, last])
        {
            whole.headerFields[.contentEncoding] = "gzip"
            whole.body = stream
        } else {
            whole.body = head + json + tail
        }
        return whole
    }
}
