import Crypto
import Foundation
import HTTPTypes
import Planning

/// What a thing said when it was read, as an entity tag (RFC 9110 section 8.8.3): for things that have no revisions of
/// their own. The same content has the same tag.
struct ContentTag: Hashable, Sendable {
    let text: String

    init(_ content: JSONValue) {
        text = SHA256.hash(data: Data(content.text().utf8)).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

/// Which content a request was made against: every change of what a week is made from must say.
enum ContentPrecondition: Sendable {
    /// `*`: whatever is there.
    case any
    case tag(String)

    /// - Throws: 428 where the request doesn't say (RFC 6585 section 3), 400 where it cannot be read.
    init(_ fields: HTTPFields) throws {
        guard let text = fields[.ifMatch]?.trimmed, !text.isEmpty else { throw Problem.preconditionRequired }
        if text == "*" {
            self = .any
        } else if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 2 {
            self = .tag(String(text.dropFirst().dropLast()))
        } else {
            throw Problem.badRequest(
                "If-Match skal være, som det blev læst.", en: "If-Match must be as it was read.")
        }
    }

    /// - Throws: 412 where the content is another now.
    func require(_ current: ContentTag) throws {
        guard case .tag(let seen) = self, seen != current.text else { return }
        throw Problem.changedMeanwhile([])
    }
}
