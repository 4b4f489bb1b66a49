import Crypto
import Foundation
package import Planning

/// What a thing said when it was read, as an entity tag (RFC 9110 section 8.8.3): for things that have no revisions of
/// their own. The same content has the same tag.
package struct ContentTag: Hashable, Sendable {
    /// Sixteen hexadecimal digits: 64 bits of a SHA-256, without quotes.
    package let text: String

    package init(_ content: JSONValue) { self.init(text: content.text()) }

    /// - Parameter content: what it says, as it is written.
    package init(text content: String) {
        text = SHA256.hash(data: Data(content.utf8)).prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

/// Which content a change was made against: every change of what a week is made from must say.
package enum ContentPrecondition: Sendable {
    /// Whatever is there.
    case any
    case tag(String)

    /// - Throws: `ApplicationError.changedMeanwhile` when the content is another now.
    package func require(_ current: ContentTag) throws {
        guard case .tag(let seen) = self, seen != current.text else { return }
        throw ApplicationError.changedMeanwhile
    }
}
