import Application
import HTTPTypes
import Planning

extension ContentPrecondition {
    /// What a request says of it (If-Match, RFC 9110 section 13.1.1): `*`, or the tag that was read.
    ///
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
}
